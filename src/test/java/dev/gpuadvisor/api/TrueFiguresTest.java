package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an answer calls fastest, faster, of the same memory or moved to is so by its own figures.
 */
class TrueFiguresTest {

  /** What is called the fastest is: nothing of better or equal supply is found that is faster. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "llama-3.1-8b&quantization=16bit&runtime=vllm",
        "llama-3.1-8b&quantization=8bit&runtime=vllm",
        "llama-3.3-70b&quantization=4bit&runtime=vllm",
        "qwen2.5-14b&quantization=8bit&runtime=vllm&concurrency=16",
        "qwen2.5-14b&quantization=8bit",
        "llama-3.1-8b&quantization=16bit&runtime=vllm&budget_per_hour=3"
      })
  void theFastestIsSoughtInEverySize(String query) {
    String ranked = query + "&max_gpus=8&rank_by=speed";
    JsonNode answer = Asking.recommend(ranked);
    JsonNode best = answer.path("picks").path("recommended");
    BigDecimal speed =
        Asking.assessment(answer, best.path("offer").asText())
            .path("speed")
            .path("tokens_per_second")
            .path("low")
            .decimalValue();
    assertEquals("high", best.path("supply").asText());
    JsonNode faster =
        Asking.recommend(ranked + "&min_tokens_per_second=" + speed.add(BigDecimal.ONE))
            .path("picks")
            .path("recommended");
    assertFalse(faster.path("supply").asText().equals("high"), speed + ": " + faster);
  }

  /** A larger worker that makes cheaper tokens is preferred to a smaller one of the same offer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "llama-3.1-8b&quantization=16bit&runtime=vllm&concurrency=64",
        "qwen2.5-32b&quantization=4bit&runtime=vllm&concurrency=8",
        "llama-3.3-70b&quantization=4bit&runtime=vllm&concurrency=16"
      })
  void moreUnitsNeverMakeTokensMoreExpensive(String query) {
    JsonNode most = Asking.recommend(query + "&max_gpus=8&rank_by=cost_per_token");
    for (int gpus = 1; gpus < 8; gpus++) {
      JsonNode fewer = Asking.recommend(query + "&rank_by=cost_per_token&max_gpus=" + gpus);
      for (JsonNode each : fewer.path("assessments")) {
        JsonNode other = Asking.assessment(most, each.path("offer").asText());
        boolean both = isComfortable(each) && isComfortable(other);
        assertTrue(!both || perToken(other).compareTo(perToken(each)) <= 0, each.toString());
      }
    }
  }

  private static boolean isComfortable(JsonNode assessment) {
    return assessment.path("fit").asText().equals("comfortable")
        && !assessment.path("verdict").asText().equals("too_many_gpus");
  }

  private static BigDecimal perToken(JsonNode assessment) {
    return assessment.path("speed").path("usd_per_million_tokens").path("high").decimalValue();
  }

  /** A verdict's name is true of the numbers beside it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "qwen2.5-32b&quantization=4bit&provider=all&max_gpus=8",
        "llama-3.3-70b&quantization=4bit&provider=all&max_gpus=8",
        "qwen2.5-14b&quantization=8bit&provider=all&max_gpus=4",
        "llama-3.1-8b&quantization=16bit&provider=all&max_gpus=2&hours_per_month=50",
        "qwen2.5-14b&quantization=4bit&provider=all&max_gpus=8&runtime=vllm"
      })
  void sameMemoryIsAboutTheSame(String query) {
    JsonNode answer = Asking.recommend(query);
    BigDecimal best = gb(bestOf(answer));
    for (JsonNode each : answer.path("assessments")) {
      BigDecimal share = gb(each).divide(best, 4, RoundingMode.HALF_UP);
      String verdict = each.path("verdict").asText();
      if (verdict.equals("same_memory_dearer")) {
        assertTrue(share.doubleValue() > 0.83 && share.doubleValue() < 1.2, each.toString());
      }
      if (verdict.equals("less_memory_dearer")) {
        assertTrue(share.doubleValue() < 0.84, each.toString());
        assertTrue(each.path("difference_percent").decimalValue().signum() >= 0, each.toString());
      }
      assertFalse(each.path("reason").asText().startsWith("0.0%"), each.toString());
    }
  }

  private static JsonNode bestOf(JsonNode answer) {
    return StreamSupport.stream(answer.path("assessments").spliterator(), false)
        .filter(each -> each.path("verdict").asText().equals("best_choice"))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal gb(JsonNode assessment) {
    JsonNode offer = Asking.answer("/v1/offers/" + assessment.path("offer").asText());
    return offer
        .path("nominal_gb")
        .decimalValue()
        .multiply(assessment.path("gpus").decimalValue())
        .divide(offer.path("gpus").decimalValue());
  }

  /** "What it buys is speed" names a figure that is better. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "qwen2.5-14b&quantization=8bit&provider=all",
        "llama-3.3-70b&quantization=4bit&runtime=vllm&max_gpus=8",
        "llama-3.1-70b&quantization=bf16&max_gpus=4",
        "qwen2.5-14b&quantization=4bit&provider=all&max_gpus=4&runtime=vllm",
        "llama-3.1-8b&task=lora&provider=all",
        "llama-3.1-8b&task=qlora&provider=all&max_gpus=2"
      })
  void whatIsCalledFasterIs(String query) {
    List<String> wrong = new ArrayList<>();
    for (JsonNode each : Asking.recommend(query).path("assessments")) {
      String reason = each.path("reason").asText();
      if (reason.contains("what it buys is speed: ") && !isFaster(reason)) {
        wrong.add(reason);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean isFaster(String reason) {
    String[] figures = reason.substring(reason.indexOf("speed: ") + 7).split(" against ");
    double own = first(figures[0]);
    double others = first(figures[1]);
    return reason.contains("seconds until") ? own < others : own > others;
  }

  private static double first(String text) {
    return Double.parseDouble(text.replaceAll("^([0-9,.]*[0-9]).*$", "$1").replace(",", ""));
  }

  /** What is moved to says how many it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "llama-3.3-70b&quantization=4bit&runtime=vllm&max_gpus=8&current=AMPERE_24",
        "llama-3.1-70b&quantization=16bit&max_gpus=4&current=H200_SXM&current_price_per_hour=4",
        "qwen2.5-14b&current=AMPERE_24"
      })
  void whatIsMovedToSaysItsUnits(String query) {
    JsonNode answer = Asking.recommend(query);
    JsonNode migration = answer.path("migration");
    JsonNode pick = answer.path("picks").path("recommended");
    JsonNode offer = Asking.answer("/v1/offers/" + migration.path("to").asText());
    assertEquals(pick.path("gpus"), migration.path("to_gpus"));
    assertEquals(1, migration.path("from_gpus").asInt());
    assertEquals(
        0,
        offer
            .path("price")
            .path("usd_per_hour")
            .decimalValue()
            .multiply(migration.path("to_units").decimalValue())
            .compareTo(migration.path("to_usd_per_hour").decimalValue()));
  }
}
