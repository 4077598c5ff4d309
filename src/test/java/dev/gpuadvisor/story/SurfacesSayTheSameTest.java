package dev.gpuadvisor.story;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.slack.Slack;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One question on every surface: the same offer in the same letters, for the same reason. */
class SurfacesSayTheSameTest {

  private record Answers(String slack, String page, String report, String mcp) {

    static Answers of(String query, String line, String arguments) {
      return new Answers(
          Slack.answer(line), seen(get("/?" + query)), get("/v1/report?" + query), told(arguments));
    }

    Stream<String> all() {
      return Stream.of(slack, page, report, mcp);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model=qwen2.5-14b&quantization=8bit&current=A10G&current_price_per_hour=1.00"
            + "|qwen2.5-14b 8bit vs a10g@1.00"
            + "|{\"model\":\"qwen2.5-14b\",\"quantization\":\"8bit\",\"current\":\"A10G\","
            + "\"current_price_per_hour\":1.00}",
        "model=llama-3.1-70b&quantization=8bit&max_gpus=4"
            + "|llama-3.1-70b 8bit gpus=4"
            + "|{\"model\":\"llama-3.1-70b\",\"quantization\":\"8bit\",\"max_gpus\":4}",
        "model=qwen2.5-14b&quantization=4bit&current=AMPERE_16"
            + "|qwen2.5-14b 4bit vs AMPERE_16"
            + "|{\"model\":\"qwen2.5-14b\",\"quantization\":\"4bit\",\"current\":\"AMPERE_16\"}"
      })
  void anOfferItsReasonAndWhatItSaves(String query, String line, String arguments) {
    JsonNode answer = Asking.json(get("/v1/recommendations?" + query));
    JsonNode pick = answer.at("/picks/recommended");
    int gpus = pick.path("gpus").asInt(1);
    String label = (gpus == 1 ? "" : gpus + " x ") + pick.path("offer").asText();
    Answers answers = Answers.of(query, line, arguments);

    answers.all().forEach(text -> assertTrue(text.contains(label), label + " in " + text));
    answers.all().forEach(text -> assertTrue(text.contains(pick.path("reason").asText()), text));
    answers.all().forEach(text -> assertFalse(text.contains("×"), text));
    if (answer.has("migration")) {
      String percent = answer.at("/migration/saving/percent").decimalValue().abs() + "%";
      answers.all().forEach(text -> assertTrue(text.contains(percent), percent + " in " + text));
      Stream.of(answers.slack(), answers.page(), answers.mcp())
          .forEach(text -> assertTrue(text.contains("Instead of "), text));
    }
  }

  private static String get(String target) {
    return Asking.text(Asking.API.handle(Asking.request("GET", target, Map.of(), new byte[0])));
  }

  private static String told(String arguments) {
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":"
            + "\"recommend_gpu\",\"arguments\":"
            + arguments
            + "}}";
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        Map.of(
            "content-type", "application/json",
            "accept", "application/json, text/event-stream",
            "mcp-protocol-version", "2025-06-18");
    JsonNode result =
        Asking.json(Asking.text(Asking.API.handle(Asking.request("POST", "/mcp", headers, body))));
    return result.at("/result/content/0/text").asText();
  }

  private static String seen(String html) {
    return html.replaceAll("(?s)<style>.*?</style>", " ")
        .replaceAll("<[^>]*>", " ")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }
}
