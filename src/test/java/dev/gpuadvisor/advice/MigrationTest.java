package dev.gpuadvisor.advice;

import static dev.gpuadvisor.advice.Questions.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationTest {

  private static Migration from(String card, String usdPerHour) {
    Question question = Questions.of("qwen2.5-14b", 8192, "8bit");
    Question.Current current =
        new Question.Current(card, Optional.empty(), new BigDecimal(usdPerHour));
    return answer(
            new Question(
                question.workload(),
                question.quantizations(),
                question.priceLists(),
                question.constraints(),
                Optional.of(current)))
        .migration()
        .orElseThrow();
  }

  private static void assertAmount(String expected, BigDecimal amount) {
    assertEquals(0, new BigDecimal(expected).compareTo(amount), amount.toString());
  }

  /** The brief says 32 %, 0.32, 7.68 and 230, from rounded prices and 30 days. */
  @Test
  void fromA10gOfTheBrief() {
    Migration migration = from("A10G", "1.00");
    assertEquals("AMPERE_24", migration.to().offer().id());
    assertAmount("31.6", migration.percent());
    assertAmount("0.316", migration.usdPerHour());
    assertAmount("7.584", migration.usdPerDay());
    assertAmount("230.68", migration.usdPerMonth());
  }

  @Test
  void movingToWhatIsDearerSavesLessThanNothing() {
    Migration migration = from("L4", "0.50");
    assertAmount("-36.8", migration.percent());
    assertAmount("-0.184", migration.usdPerHour());
  }

  @Test
  void withoutAPickThereIsNothingToMoveTo() {
    Question question = Questions.of("llama-3.1-405b", 8192, "8bit");
    Question.Current current = new Question.Current("A10G", Optional.empty(), BigDecimal.ONE);
    Question moving =
        new Question(
            question.workload(),
            question.quantizations(),
            question.priceLists(),
            question.constraints(),
            Optional.of(current));
    assertTrue(answer(moving).migration().isEmpty());
  }
}
