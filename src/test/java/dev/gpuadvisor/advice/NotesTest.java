package dev.gpuadvisor.advice;

import static dev.gpuadvisor.advice.Questions.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NotesTest {

  private static final Question BRIEF = Questions.of("qwen2.5-14b", 8192, "8bit", "4bit");

  private static List<String> codes(Recommendation answer) {
    return answer.notes().stream().map(note -> note.code().id()).toList();
  }

  @Test
  void oldPricesCarryAWarningFromTheNinetyFirstDayOn() {
    LocalDate asOf = BRIEF.priceLists().get(0).lastSeen();
    assertFalse(codes(Advisor.recommend(BRIEF, asOf.plusDays(90))).contains("price_age"));
    assertTrue(codes(Advisor.recommend(BRIEF, asOf.plusDays(91))).contains("price_age"));
  }

  @Test
  void mixedPoolsNameTheCardThatCounts() {
    Note note =
        answer(BRIEF).notes().stream()
            .filter(each -> each.code().id().equals("mixed_pool"))
            .findFirst()
            .orElseThrow();
    String text = Texts.in(Language.EN).write(note.text());
    assertTrue(text.startsWith("AMPERE_24 is a pool of"), text);
    assertTrue(text.contains("judged by NVIDIA L4"), text);
  }

  @Test
  void mediumSupplyOfAPickIsSaid() {
    String texts =
        answer(BRIEF).notes().stream()
            .filter(each -> each.code().id().equals("supply"))
            .map(each -> Texts.in(Language.EN).write(each.text()))
            .toList()
            .toString();
    assertTrue(texts.contains("AMPERE_16") && texts.contains("medium"), texts);
  }

  @Test
  void aContextBeyondTheModelIsSaid() {
    assertTrue(
        codes(answer(Questions.of("qwen2.5-14b", 32_769, "4bit")))
            .contains("context_beyond_model"));
    assertFalse(
        codes(answer(Questions.of("qwen2.5-14b", 32_768, "4bit")))
            .contains("context_beyond_model"));
  }

  @Test
  void everyNoteHasTextsInBothLanguages() {
    for (Question question :
        List.of(
            BRIEF,
            Questions.of("llama-3.1-405b", 8192, "8bit"),
            Questions.of("qwen3-235b-a22b", 50_000, "8bit", "4bit"))) {
      for (Note note : answer(question).notes()) {
        for (Language language : Language.values()) {
          assertEquals(-1, Texts.in(language).write(note.text()).indexOf('{'));
        }
      }
    }
  }

  /** What no source confirms is named in words of its own, but for the two units of a price. */
  @Test
  void everyUnverifiedFieldOfAnOfferHasAName() {
    Set<String> fields = new TreeSet<>();
    for (Offer offer : BundledCatalog.catalog().offers().all()) {
      fields.addAll(offer.provenance().unverified());
    }
    assertTrue(fields.size() > 3, fields::toString);
    fields.remove("usd_per_second");
    for (Language language : Language.values()) {
      Set<String> names = new TreeSet<>();
      fields.forEach(field -> names.add(Texts.in(language).write(OfferNotes.field(field))));
      assertEquals(fields.size(), names.size(), names::toString);
      assertTrue(names.stream().noneMatch(name -> name.isBlank() || name.contains("_")));
    }
  }

  /** A note that names no offer is about none but the pick. */
  @Test
  void whomANoteIsAbout() {
    Note supply = Note.of(NoteCode.SUPPLY_UNKNOWN, Msg.Note.supplyUnknown("AMPERE_24"));
    Note format = Note.of(NoteCode.FORMAT_EMULATED, Msg.Verdict.bestChoice(BigDecimal.TEN));

    assertTrue(supply.isAboutNoOtherThan("AMPERE_24"));
    assertFalse(supply.isAboutNoOtherThan("AMPERE_48"));
    assertTrue(format.isAboutNoOtherThan("AMPERE_24"));
  }

  private static String noteOf(String provider, String code) {
    PriceList list = BundledCatalog.catalog().priceLists().find(provider).orElseThrow();
    Recommendation answer = answer(BRIEF.of(List.of(list)));
    return answer.notes().stream()
        .filter(note -> note.code().id().equals(code))
        .map(note -> Texts.in(Language.EN).write(note.text()))
        .findFirst()
        .orElse("none");
  }

  @Test
  void aPriceThatIsOlderThanItsListAllowsIsDated() {
    assertEquals(
        "The price of gpu_1x_a6000 was last seen on 2026-09-20: check it before renting.",
        noteOf("lambda-cloud", "price_date"));
    assertEquals("none", noteOf("modal", "price_date"));
  }

  @Test
  void oneSentenceNamesEveryListThatIsTooOld() {
    assertEquals(
        "The prices of Hugging Face Spaces (2026-07-21) are too old to rely on: check them"
            + " before renting.",
        noteOf("hf-spaces", "price_age"));
    List<Note> notes =
        answer(BRIEF.of(BundledCatalog.catalog().priceLists().all())).notes().stream()
            .filter(Note::isAboutAge)
            .toList();
    assertEquals(1, notes.size());
    String text = Texts.in(Language.EN).write(notes.get(0).text());
    assertTrue(text.matches("The prices of .*, .* and of [0-9]+ more lists are too old .*"), text);
  }

  @Test
  void aListWithinItsLimitIsNotCalledOld() {
    for (String fresh : List.of("aws-ec2", "gcp-compute-engine", "azure", "oracle")) {
      assertEquals("none", noteOf(fresh, "price_age"), fresh);
    }
  }

  @Test
  void aCardOfUnknownFormIsNotCalledAPool() {
    PriceList list = BundledCatalog.catalog().priceLists().find("modal").orElseThrow();
    List<Offer> a100 =
        list.offers().stream().filter(offer -> offer.id().equals("modal-a100-80gb")).toList();
    Recommendation answer = answer(BRIEF.of(List.of(list.with(a100))));
    assertTrue(
        answer.notes().stream().anyMatch(note -> note.text().key().equals("note.unknown_card")),
        answer.notes().toString());
  }
}
