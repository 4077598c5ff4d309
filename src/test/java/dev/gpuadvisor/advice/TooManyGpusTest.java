package dev.gpuadvisor.advice;

import static dev.gpuadvisor.advice.Questions.answer;
import static dev.gpuadvisor.advice.Questions.assessment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An offer whose one unit has more GPUs than the caller allows. */
class TooManyGpusTest {

  private static final Question BRIEF = Questions.of("qwen2.5-14b", 8192, "8bit");

  private static Question pairsOf(String offer) {
    return Questions.offering(BRIEF, Offers.changing(offer, each -> Offers.ofGpus(2, each)));
  }

  @Test
  void isNotPickedAndSaysWhy() {
    Recommendation answer = answer(pairsOf("AMPERE_24"));
    Assessment pair = assessment(answer, "AMPERE_24", "8bit");

    assertEquals(Verdict.TOO_MANY_GPUS, pair.verdict());
    assertEquals(
        "AMPERE_24 has 2 GPUs in one unit; at most 1 is allowed (max_gpus).",
        Texts.in(Language.EN).write(pair.reason()));
    assertEquals(
        "ADA_24_PRO", answer.picks().recommended().orElseThrow().assessment().offer().id());
    assertEquals(Verdict.BEST_CHOICE, assessment(answer, "ADA_24_PRO", "8bit").verdict());
  }

  @Test
  void isPickedWhereSoManyAreAllowed() {
    Question question = Questions.within(pairsOf("AMPERE_24"), Questions.of(Supply.UNKNOWN, 2));
    Assessment pair = assessment(answer(question), "AMPERE_24", "8bit");

    assertEquals(Verdict.BEST_CHOICE, pair.verdict());
    assertEquals(2, pair.worker().gpus());
  }

  @Test
  void doesNotFitBeforeItHasTooMany() {
    Recommendation answer = answer(pairsOf("AMPERE_16"));
    assertEquals(Verdict.TOO_MANY_GPUS, assessment(answer, "AMPERE_16", "8bit").verdict());

    Question huge = Questions.of("llama-3.1-405b", 8192, "8bit");
    Question pair =
        Questions.offering(huge, Offers.changing("AMPERE_16", each -> Offers.ofGpus(2, each)));
    assertEquals(Verdict.DOES_NOT_FIT, assessment(answer(pair), "AMPERE_16", "8bit").verdict());
  }

  @Test
  void dominatesNothing() {
    Recommendation answer = answer(pairsOf("AMPERE_48"));
    Assessment dearer = assessment(answer, "ADA_32_PRO", "8bit");

    assertEquals(Verdict.OVERSIZED_AND_DEAR, dearer.verdict());
  }

  @Test
  void whereNothingElseFitsMoreGpusAreSuggested() {
    Recommendation answer =
        answer(
            Questions.offering(
                BRIEF, offers -> offers.stream().map(each -> Offers.ofGpus(8, each)).toList()));

    assertEquals(Optional.empty(), answer.picks().recommended());
    assertTrue(
        answer.notes().stream().anyMatch(note -> note.code().id().equals("nothing_fits")),
        answer.notes().toString());
  }
}
