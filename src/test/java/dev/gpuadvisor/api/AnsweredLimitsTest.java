package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks again with the limits of an answer finds them to be the limits. */
class AnsweredLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "qwen2.5-14b, 8bit, L4, 1, 2048",
    "qwen2.5-14b, 4bit, RTX_A4000, 1, 0",
    "llama-3.1-70b, 4bit, RTX_4090, 2, 1000",
    "gpt-oss-120b, 4bit, H100_SXM, 1, 2048",
    "deepseek-v3, fp8, H200_SXM, 8, 4096",
    "llama-3.1-8b, fp8, L4, 1, 512"
  })
  void holdWhenAskedAgain(String model, String format, String card, int gpus, int output) {
    String question =
        "/v1/estimate?model=%s&quantization=%s&card=%s&gpus=%d&output_tokens=%d"
            .formatted(model, format, card, gpus, output);
    JsonNode answer = Asking.answer(question);
    String runtime = "&runtime=" + answer.at("/assumed/runtime").asText() + share(answer);
    int context = answer.path("largest_context").asInt();
    int users = answer.path("largest_concurrency").asInt();
    int most = Asking.answer("/v1/models/" + model).path("max_context").asInt();

    assertNotEquals("no", fit(question + runtime + "&context=" + context));
    assertEquals(
        context == most, !fit(question + runtime + "&context=" + (context + 1)).equals("no"));
    assertNotEquals("no", fit(question + runtime + "&concurrency=" + users));
    assertEquals("no", fit(question + runtime + "&concurrency=" + (users + 1)));
  }

  /** The share of the card that it counts with: another might hold more. */
  private static String share(JsonNode answer) {
    JsonNode share = answer.at("/vllm/gpu_memory_utilization");
    return share.isMissingNode() ? "" : "&gpu_memory_utilization=" + share.asText();
  }

  private static String fit(String question) {
    return Asking.answer(question).path("fit").asText();
  }
}
