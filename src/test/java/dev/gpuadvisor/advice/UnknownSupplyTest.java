package dev.gpuadvisor.advice;

import static dev.gpuadvisor.advice.Questions.answer;
import static dev.gpuadvisor.advice.Questions.assessment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Most providers publish no stock: their offers can be picked, but nothing is claimed of them. */
class UnknownSupplyTest {

  private static final Question BRIEF = Questions.of("qwen2.5-14b", 8192, "8bit");

  private static Question with(String offer, Supply supply) {
    return Questions.offering(BRIEF, Offers.changing(offer, each -> Offers.supplied(supply, each)));
  }

  private static Question allUnknown() {
    return Questions.offering(
        BRIEF,
        offers -> offers.stream().map(each -> Offers.supplied(Supply.UNKNOWN, each)).toList());
  }

  /** The least that will do, then what there is and whether it will. */
  @ParameterizedTest
  @CsvSource({
    "UNKNOWN, UNKNOWN LOW MEDIUM HIGH",
    "LOW,     LOW MEDIUM HIGH",
    "MEDIUM,  MEDIUM HIGH",
    "HIGH,    HIGH"
  })
  void isLessThanAnySupplyThatIsAskedFor(Supply least, String enough) {
    List<String> found =
        Arrays.stream(Supply.values())
            .filter(supply -> supply.atLeast(least))
            .map(Supply::name)
            .toList();
    assertEquals(Arrays.asList(enough.split(" ")), found);
  }

  @ParameterizedTest
  @CsvSource({
    "HIGH,    UNKNOWN NONE LOW MEDIUM HIGH",
    "MEDIUM,  NONE LOW MEDIUM",
    "LOW,     NONE LOW",
    "NONE,    NONE",
    "UNKNOWN, UNKNOWN"
  })
  void isNeitherBetterNorWorseThanScarcity(Supply one, String others) {
    List<String> found =
        Arrays.stream(Supply.values()).filter(one::isNoWorseThan).map(Supply::name).toList();
    assertEquals(Arrays.asList(others.split(" ")), found);
  }

  @Test
  void mayBeRecommendedButIsNotCalledHigh() {
    Recommendation answer = answer(with("AMPERE_24", Supply.UNKNOWN));
    Picks.Pick pick = answer.picks().recommended().orElseThrow();

    assertEquals("AMPERE_24", pick.assessment().offer().id());
    assertEquals("pick.recommended_unknown_supply", pick.reason().key());
    List<String> codes = answer.notes().stream().map(note -> note.code().id()).toList();
    assertTrue(codes.contains("supply_unknown"), codes.toString());
    assertFalse(codes.contains("supply"), codes.toString());
  }

  @ParameterizedTest
  @EnumSource(RankBy.class)
  void hasAReasonForEveryRankAndLanguage(RankBy rankBy) {
    Question question = Questions.within(allUnknown(), Questions.rankedBy(rankBy));
    Picks picks = answer(question).picks();

    for (Language language : Language.values()) {
      String recommended = Texts.in(language).write(picks.recommended().orElseThrow().reason());
      String headroom = Texts.in(language).write(picks.headroom().orElseThrow().reason());
      assertFalse(recommended.contains("high supply"), recommended);
      assertFalse(headroom.contains("high supply"), headroom);
      assertFalse(recommended.contains("élevée"), recommended);
      assertFalse(headroom.contains("élevée"), headroom);
    }
  }

  @Test
  void isBetterForAPickThanScarcity() {
    Recommendation answer = answer(with("AMPERE_24", Supply.MEDIUM));
    assertEquals(
        "ADA_24_PRO", answer.picks().recommended().orElseThrow().assessment().offer().id());
  }

  @Test
  void isTooLowForWhoeverAsksForAny() {
    Recommendation answer =
        answer(Questions.within(with("AMPERE_24", Supply.UNKNOWN), Questions.of(Supply.LOW, 1)));
    assertEquals(Verdict.SUPPLY_TOO_LOW, assessment(answer, "AMPERE_24", "8bit").verdict());
  }

  @Test
  void dominatesNothingOfKnownSupply() {
    Recommendation high = answer(BRIEF);
    Recommendation unknown = answer(with("AMPERE_48", Supply.UNKNOWN));

    assertEquals(Verdict.DOMINATED, assessment(high, "ADA_32_PRO", "8bit").verdict());
    assertEquals(Verdict.OVERSIZED_AND_DEAR, assessment(unknown, "ADA_32_PRO", "8bit").verdict());
  }
}
