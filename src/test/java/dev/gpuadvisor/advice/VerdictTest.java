package dev.gpuadvisor.advice;

import static dev.gpuadvisor.advice.Questions.answer;
import static dev.gpuadvisor.advice.Questions.assessment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  private static final Recommendation BRIEF =
      answer(Questions.of("qwen2.5-14b", 8192, "8bit", "4bit"));

  @ParameterizedTest
  @CsvSource({
    "AMPERE_16,         8bit, DOES_NOT_FIT,       -15.8",
    "AMPERE_24,         8bit, BEST_CHOICE,        0.0",
    "ADA_24_PRO,        8bit, SAME_MEMORY_DEARER, 63.2",
    "AMPERE_48,         8bit, OVERSIZED,          78.9",
    "ADA_32_PRO,        8bit, DOMINATED,          131.6",
    "ADA_48_PRO,        8bit, OVERSIZED_AND_DEAR, 178.9",
    "ADA_80_PRO,        8bit, DOMINATED,          510.5",
    "BLACKWELL_96,      8bit, OVERSIZED_AND_DEAR, 484.2",
    "AMPERE_16,         4bit, BEST_CHOICE,        0.0",
    "AMPERE_24,         4bit, ACCEPTABLE,         18.8",
    "AMPERE_48,         4bit, OVERSIZED_AND_DEAR, 112.5"
  })
  void ofTheBrief(String offer, String quantization, Verdict verdict, BigDecimal difference) {
    Assessment assessment = assessment(BRIEF, offer, quantization);
    assertEquals(verdict, assessment.verdict());
    assertEquals(difference, assessment.differencePercent().orElseThrow());
  }

  @Test
  void theDominatingOfferIsNamed() {
    Assessment dominated = assessment(BRIEF, "ADA_32_PRO", "8bit");
    String reason = Texts.in(Language.EN).write(dominated.reason());
    assertTrue(reason.contains("AMPERE_48") && reason.contains("$0.36"), reason);
    assertEquals("AMPERE_48", dominated.dominator().orElseThrow().id());
    assertTrue(assessment(BRIEF, "AMPERE_48", "8bit").dominator().isEmpty());
  }

  @Test
  void whatADearerCardOfEqualMemoryBuysIsSpeed() {
    String reason = Texts.in(Language.EN).write(assessment(BRIEF, "ADA_24_PRO", "8bit").reason());
    assertTrue(reason.contains("1,008") && reason.contains("300 to 936"), reason);
  }

  @Test
  void aboveNinetyPercentIsTightAndNeverPicked() {
    Recommendation answer = answer(Questions.of("qwen2.5-14b", 22_000, "8bit"));
    assertEquals(Verdict.TIGHT, assessment(answer, "AMPERE_24", "8bit").verdict());
    assertEquals("AMPERE_48", answer.picks().recommended().orElseThrow().assessment().offer().id());
    assertEquals(Verdict.BEST_CHOICE, assessment(answer, "AMPERE_48", "8bit").verdict());
  }

  @Test
  void overBudgetComesBeforeSupplyAndAfterFit() {
    Question question = Questions.of("qwen2.5-14b", 8192, "8bit");
    Recommendation answer = answer(Questions.within(question, Questions.budgetPerHour("1.00")));
    assertEquals(Verdict.DOES_NOT_FIT, assessment(answer, "AMPERE_16", "8bit").verdict());
    assertEquals(Verdict.BEST_CHOICE, assessment(answer, "AMPERE_24", "8bit").verdict());
    assertEquals(Verdict.OVER_BUDGET, assessment(answer, "ADA_24_PRO", "8bit").verdict());
    assertEquals(Verdict.OVER_BUDGET, assessment(answer, "AMPERE_80", "8bit").verdict());
  }

  @Test
  void aBudgetIsMetExactly() {
    Question question = Questions.of("qwen2.5-14b", 8192, "8bit");
    Recommendation met = answer(Questions.within(question, Questions.budgetPerHour("0.684")));
    Recommendation missed = answer(Questions.within(question, Questions.budgetPerHour("0.683999")));
    assertEquals(Verdict.BEST_CHOICE, assessment(met, "AMPERE_24", "8bit").verdict());
    assertEquals(Verdict.OVER_BUDGET, assessment(missed, "AMPERE_24", "8bit").verdict());
  }

  @Test
  void aMonthlyBudgetCountsTheHoursThatItRuns() {
    Constraints constraints =
        Questions.within(
            new Constraints.Budget(
                Optional.empty(),
                Optional.of(new BigDecimal("30")),
                Usage.of(new BigDecimal("40"))));
    Question question = Questions.of("qwen2.5-14b", 8192, "8bit");
    Recommendation answer = answer(Questions.within(question, constraints));
    assertEquals(Verdict.BEST_CHOICE, assessment(answer, "AMPERE_24", "8bit").verdict());
    assertEquals(Verdict.OVER_BUDGET, assessment(answer, "ADA_24_PRO", "8bit").verdict());
  }

  @Test
  void supplyThatWasAskedForExcludesWhatHasLess() {
    Constraints constraints = Questions.of(Supply.HIGH, 1);
    Question question = Questions.of("qwen2.5-14b", 8192, "4bit");
    Recommendation answer = answer(Questions.within(question, constraints));
    assertEquals(Verdict.SUPPLY_TOO_LOW, assessment(answer, "AMPERE_16", "4bit").verdict());
    assertEquals(Verdict.BEST_CHOICE, assessment(answer, "AMPERE_24", "4bit").verdict());
  }

  @Test
  void aFormatThatACardCannotComputeDoesNotFit() {
    Constraints eightGpus = Questions.of(Supply.LOW, 8);
    Question question = Questions.of("deepseek-v3", 8192, "8bit");
    Recommendation answer = answer(Questions.within(question, eightGpus));
    String reason = Texts.in(Language.EN).write(assessment(answer, "AMPERE_80", "8bit").reason());
    assertTrue(reason.contains("FP8") && reason.contains("A100"), reason);
    Assessment big = assessment(answer, "BLACKWELL_180_PRO", "8bit");
    assertTrue(big.isEligible(), big.toString());
    assertTrue(big.worker().gpus() > 1, "several GPUs a worker");
  }
}
