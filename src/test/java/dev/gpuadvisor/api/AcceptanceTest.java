package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the analysis of November 2025 found for Qwen2.5-14B-Instruct, from the program. */
class AcceptanceTest {

  private static final String QUESTION = "/v1/recommendations?model=qwen2.5-14b";
  private static final JsonNode ANSWER = Asking.answer(QUESTION);

  @ParameterizedTest
  @CsvSource({
    "AMPERE_16, no, yes",
    "AMPERE_24, yes, yes",
    "ADA_24_PRO, yes, yes",
    "ADA_32_PRO, yes, yes",
    "AMPERE_48, yes, yes",
    "ADA_48_PRO, yes, yes",
    "AMPERE_80, yes, yes",
    "ADA_80_PRO, yes, yes",
    "BLACKWELL_96, yes, yes",
    "HOPPER_141, yes, yes",
    "BLACKWELL_180_PRO, yes, yes"
  })
  void runsOn(String offer, String in8Bit, String in4Bit) {
    assertEquals(in8Bit, runs(assessment(ANSWER, offer, "8bit")));
    assertEquals(in4Bit, runs(assessment(ANSWER, offer, "4bit")));
  }

  @Test
  void hasNoOtherCells() {
    assertEquals(22, ANSWER.path("assessments").size());
  }

  @ParameterizedTest
  @CsvSource({
    "recommended, AMPERE_24, 8bit, 0.684",
    "budget, AMPERE_16, 4bit, 0.576",
    "headroom, AMPERE_48, 8bit, 1.224"
  })
  void picks(String pick, String offer, String quantization, BigDecimal usdPerHour) {
    JsonNode picked = ANSWER.path("picks").path(pick);

    assertEquals(offer, picked.path("offer").asText());
    assertEquals(quantization, picked.path("quantization").asText());
    assertEquals(usdPerHour, picked.path("price").path("usd_per_hour").decimalValue());
  }

  @ParameterizedTest
  @CsvSource({
    "AMPERE_24, 8bit, best_choice, 0",
    "ADA_24_PRO, 8bit, same_memory_dearer, 63.2",
    "AMPERE_48, 8bit, oversized, 78.9",
    "ADA_48_PRO, 8bit, oversized_and_dear, 178.9",
    "ADA_32_PRO, 8bit, dominated, 131.6",
    "AMPERE_16, 8bit, does_not_fit, -15.8",
    "AMPERE_16, 4bit, best_choice, 0",
    "AMPERE_24, 4bit, acceptable, 18.8"
  })
  void judges(String offer, String quantization, String verdict, BigDecimal difference) {
    JsonNode assessment = assessment(ANSWER, offer, quantization);

    assertEquals(verdict, assessment.path("verdict").asText());
    assertEquals(difference, assessment.path("difference_percent").decimalValue());
  }

  @Test
  void namesWhatDominates() {
    String reason = assessment(ANSWER, "ADA_32_PRO", "8bit").path("reason").asText();

    assertEquals("AMPERE_48 has 48\u00a0GB instead of 32\u00a0GB", reason.split(" and costs")[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "AMPERE_24, 8bit, does_not_fit",
    "AMPERE_16, 4bit, does_not_fit",
    "AMPERE_48, 8bit, best_choice",
    "AMPERE_24, 4bit, best_choice"
  })
  void needsMoreForAllTheContext(String offer, String quantization, String verdict) {
    JsonNode answer = Asking.answer(QUESTION + "&context=32768");

    assertEquals(verdict, assessment(answer, offer, quantization).path("verdict").asText());
  }

  @ParameterizedTest
  @CsvSource({"8bit, AMPERE_48", "4bit, AMPERE_24"})
  void recommendsForAllTheContext(String quantization, String offer) {
    JsonNode answer = Asking.answer(QUESTION + "&context=32768&quantization=" + quantization);

    assertEquals(offer, answer.path("picks").path("recommended").path("offer").asText());
  }

  /** Published measurements with a prompt of 30720 tokens and 2048 generated. */
  @ParameterizedTest
  @CsvSource({"gptq-int8, 24.88", "gptq-int4, 18.71"})
  void agreesWithWhatWasMeasured(String format, double measuredGib) {
    JsonNode answer =
        Asking.answer("/v1/estimate?model=qwen2.5-14b&context=32768&quantization=" + format);
    double estimated = answer.path("memory").path("allocated_gib").asDouble();

    assertEquals(measuredGib, estimated, measuredGib * 0.015);
  }

  @Test
  void savesAgainstAnA10g() {
    JsonNode migration =
        Asking.answer(QUESTION + "&current=A10G&current_price_per_hour=1.00").path("migration");

    assertEquals("A10G", migration.path("from").asText());
    assertEquals("AMPERE_24", migration.path("to").asText());
    assertEquals(
        "{\"percent\":31.6,\"usd_per_hour\":0.316,\"usd_per_day\":7.584,\"usd_per_month\":230.68}",
        migration.path("saving").toString());
  }

  @Test
  void saysHowOldThePricesAre() {
    JsonNode list = ANSWER.path("price_lists").path(0);

    assertEquals("2025-11-25", list.path("as_of").asText());
    assertEquals(364, list.path("age_days").asInt());
    assertTrue(ANSWER.path("notes").findValuesAsText("code").contains("price_age"));
  }

  private static String runs(JsonNode assessment) {
    return assessment.path("fit").asText().equals("no") ? "no" : "yes";
  }

  private static JsonNode assessment(JsonNode answer, String offer, String quantization) {
    for (JsonNode assessment : answer.path("assessments")) {
      if (assessment.path("offer").asText().equals(offer)
          && assessment.path("quantization").asText().equals(quantization)) {
        return assessment;
      }
    }
    throw new AssertionError(offer + " in " + quantization + " is not assessed");
  }
}
