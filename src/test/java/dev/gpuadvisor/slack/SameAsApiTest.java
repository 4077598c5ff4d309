package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Slack shows is what the HTTP API answers to the same question. */
class SameAsApiTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "qwen2.5-14b 8bit, model=qwen2.5-14b&quantization=8bit",
    "qwen2.5-14b, model=qwen2.5-14b",
    "qwen 14b int4 ctx=32k users=4,"
        + " model=qwen3-14b&quantization=4bit&context=32768&concurrency=4",
    "llama-3.1-70b 4bit budget=5/h supply=high,"
        + " model=llama-3.1-70b&quantization=4bit&budget_per_hour=5&min_supply=high",
    "llama-3.1-8b task=lora, model=llama-3.1-8b&task=lora",
    "llama-3.1-8b task=qlora seq=4k batch=2,"
        + " model=llama-3.1-8b&task=qlora&sequence_length=4096&batch=2",
    "llama-3.1-8b adapters=8 lora=16 rank_by=speed,"
        + " model=llama-3.1-8b&adapters=8&lora_rank=16&rank_by=speed",
    "parameters=32b 4bit gpus=2, parameters=32b&quantization=4bit&max_gpus=2",
    "llama-3.1-405b 4bit gpus=8 lora=16,"
        + " model=llama-3.1-405b&quantization=4bit&max_gpus=8&lora_rank=16"
  })
  void picksAndNumbersAreTheSame(String line, String query) throws IOException {
    JsonNode answer = api("/v1/recommendations", query);
    JsonNode message = MAPPER.readTree(Slack.answer(line));
    JsonNode pick = answer.path("picks").path("recommended");
    String headline = message.at("/blocks/0/text/text").asText();
    String fallback = message.path("text").asText();

    assertTrue(headline.contains(pick.path("offer").asText() + " "), headline);
    assertTrue(headline.contains(usd(pick.at("/price/usd_per_hour"))), headline);
    assertTrue(headline.contains(usd(pick.at("/price/usd_per_month"))), headline);
    assertTrue(
        fallback.contains(pick.path("memory_percent").decimalValue().setScale(1) + "%"), fallback);
    assertTrue(fallback.contains(pick.path("quantization").asText()), fallback);
    assertTrue(Slack.answer(line).contains(pick.path("reason").asText()));
    assertRowsAreTheSame(message, answer);
  }

  @Test
  void theSavingIsTheSame() throws IOException {
    JsonNode saving =
        api(
                "/v1/recommendations",
                "model=qwen2.5-14b&quantization=8bit&current=A10G&current_price_per_hour=1.00")
            .at("/migration/saving");
    String message = Slack.answer("qwen2.5-14b 8bit vs a10g@1.00");

    assertEquals("31.6", saving.path("percent").decimalValue().toPlainString());
    for (String name : List.of("usd_per_hour", "usd_per_day", "usd_per_month")) {
      assertTrue(message.contains(usd(saving.path(name))), name);
    }
    assertTrue(message.contains("AMPERE_24 saves 31.6%"));
  }

  @Test
  void aComparisonIsTheSame() throws IOException {
    JsonNode answer =
        api("/v1/compare", "offers=AMPERE_24,ADA_24_PRO&model=qwen2.5-14b&quantization=8bit");
    JsonNode message =
        MAPPER.readTree(Slack.answer("compare AMPERE_24 ADA_24_PRO for qwen2.5-14b 8bit"));

    assertRowsAreTheSame(message, answer);
    answer
        .path("assessments")
        .forEach(
            assessment ->
                assertTrue(message.toString().contains(assessment.path("reason").asText())));
  }

  @Test
  void nothingToRecommendIsTheSame() throws IOException {
    JsonNode answer =
        api(
            "/v1/recommendations",
            "model=llama-3.1-70b&quantization=4bit&budget_per_hour=3&min_supply=high");
    String message = Slack.answer("llama-3.1-70b 4bit budget=3/h supply=high");

    assertTrue(answer.at("/picks/recommended").isNull());
    assertTrue(message.contains(answer.at("/notes/0/text").asText()), message);
  }

  /** Each row of the table is an assessment of the answer. */
  private static void assertRowsAreTheSame(JsonNode message, JsonNode answer) {
    List<String> lines = SlackLimits.rows(message);
    assertTrue(lines.size() > 1);
    String rows = String.join("\n", lines.subList(1, lines.size())).replaceAll("\n {2,}", "  ");
    for (String row : rows.split("\n")) {
      boolean found = false;
      for (JsonNode assessment : answer.path("assessments")) {
        found |= isRowOf(row, assessment);
      }
      assertTrue(found, row);
    }
  }

  private static boolean isRowOf(String row, JsonNode assessment) {
    String hour = usd(assessment.at("/price/usd_per_hour")).substring(1);
    String percent = assessment.path("memory_percent").decimalValue().setScale(1).toPlainString();
    return row.replace('*', ' ').contains(" " + assessment.path("offer").asText() + " ")
        && row.contains(" " + hour + " ")
        && row.replace(",", "").contains(" " + percent.replace(",", ""));
  }

  private static String usd(JsonNode amount) {
    BigDecimal usd = amount.decimalValue();
    return String.format(Locale.ROOT, "$%,." + Math.max(2, usd.scale()) + "f", usd);
  }

  private static JsonNode api(String path, String query) throws IOException {
    ApiResponse response =
        Slack.api(List.of())
            .handle(new ApiRequest("GET " + path, Map.of(), query, Map.of(), new byte[0]));
    assertEquals(200, response.status(), new String(response.body(), UTF_8));
    return MAPPER
        .reader()
        .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .readTree(response.body());
  }
}
