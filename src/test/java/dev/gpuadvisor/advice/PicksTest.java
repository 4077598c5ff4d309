package dev.gpuadvisor.advice;

import static dev.gpuadvisor.advice.Questions.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Supply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PicksTest {

  private static String name(Optional<Picks.Pick> pick) {
    return pick.map(Picks.Pick::assessment)
        .map(each -> each.offer().id() + " " + each.quantization().asked())
        .orElse("none");
  }

  private static List<String> codes(Recommendation answer) {
    return answer.notes().stream().map(note -> note.code().id()).toList();
  }

  @Test
  void ofTheBrief() {
    Picks picks = answer(Questions.of("qwen2.5-14b", 8192, "8bit", "4bit")).picks();
    assertEquals("AMPERE_24 8bit", name(picks.recommended()));
    assertEquals("AMPERE_16 4bit", name(picks.budget()));
    assertEquals("AMPERE_48 8bit", name(picks.headroom()));
  }

  @Test
  void aLongContextNeedsMore() {
    Question eight = Questions.of("qwen2.5-14b", 32_768, "8bit");
    Question four = Questions.of("qwen2.5-14b", 32_768, "4bit");
    assertEquals("AMPERE_48 8bit", name(answer(eight).picks().recommended()));
    assertEquals("AMPERE_24 4bit", name(answer(four).picks().recommended()));
    assertEquals(
        Verdict.DOES_NOT_FIT, Questions.assessment(answer(eight), "AMPERE_24", "8bit").verdict());
    assertEquals(
        Verdict.DOES_NOT_FIT, Questions.assessment(answer(four), "AMPERE_16", "4bit").verdict());
  }

  @Test
  void eightBitCountsAsLossless() {
    Picks picks = answer(Questions.of("qwen2.5-14b", 8192, "16bit", "8bit")).picks();
    assertEquals("AMPERE_24 8bit", name(picks.recommended()));
  }

  @Test
  void fallbacksSayWhatTheyAdd() {
    List<Picks.Fallback> fallbacks =
        answer(Questions.of("qwen2.5-14b", 8192, "8bit")).picks().fallbacks();
    assertEquals("ADA_24_PRO", fallbacks.get(0).assessment().offer().id());
    assertEquals(new BigDecimal("63.2"), fallbacks.get(0).differencePercent().orElseThrow());
    assertEquals("AMPERE_48", fallbacks.get(1).assessment().offer().id());
    assertEquals(3, fallbacks.size());
  }

  @Test
  void aCheaperOfferWithLessSupplyIsAFallback() {
    Recommendation answer = answer(Questions.of("qwen2.5-14b", 8192, "4bit"));
    assertEquals("AMPERE_24 4bit", name(answer.picks().recommended()));
    Picks.Fallback first = answer.picks().fallbacks().get(0);
    assertEquals("AMPERE_16", first.assessment().offer().id());
    assertEquals(new BigDecimal("-15.8"), first.differencePercent().orElseThrow());
  }

  @Test
  void withoutHighSupplyTheCheapestIsRecommendedWithAWarning() {
    Question question =
        Questions.offering(
            Questions.of("qwen2.5-14b", 8192, "8bit"),
            offers -> offers.stream().filter(each -> each.supply() != Supply.HIGH).toList());
    Recommendation answer = answer(question);
    assertEquals("AMPERE_80 8bit", name(answer.picks().recommended()));
    assertEquals(
        "pick.recommended_any_supply", answer.picks().recommended().orElseThrow().reason().key());
    assertTrue(codes(answer).contains("supply"));
    assertTrue(answer.picks().headroom().isEmpty());
  }

  @Test
  void whereTheBestQualityFitsNowhereALowerOneIsRecommendedAndSaid() {
    Recommendation answer = answer(Questions.of("qwen3-235b-a22b", 8192, "8bit", "4bit"));
    assertEquals("HOPPER_141 4bit", name(answer.picks().recommended()));
    assertTrue(codes(answer).contains("quality_lowered"));
  }

  @Test
  void whereNothingFitsTheAnswerSaysWhatIsNeeded() {
    Recommendation answer = answer(Questions.of("llama-3.1-405b", 8192, "8bit", "4bit"));
    assertEquals("none", name(answer.picks().recommended()));
    assertTrue(codes(answer).contains("nothing_fits"));
  }

  @Test
  void whereTheBudgetExcludesAllTheCheapestThatFitsIsNamed() {
    Question question = Questions.of("qwen2.5-14b", 8192, "8bit");
    Recommendation answer = answer(Questions.within(question, Questions.budgetPerHour("0.10")));
    assertEquals("none", name(answer.picks().recommended()));
    Note note =
        answer.notes().stream()
            .filter(each -> each.code().id().equals("nothing_allowed"))
            .findFirst()
            .orElseThrow();
    assertTrue(note.isAboutNoOtherThan("AMPERE_24"));
  }
}
