package dev.gpuadvisor.slack.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficWordsTest {

  private static final Questions QUESTIONS = Questions.of(BundledCatalog.catalog());

  /** What is typed besides the model, and what it says of one parameter. */
  @ParameterizedTest
  @CsvSource({
    "8 rps 1024/256 60ms, requests_per_second, 8 rps",
    "8rps, requests_per_second, 8rps",
    "0.3 req/s, requests_per_second, 0.3 req/s",
    "8 rps 1024/256 60ms, input_tokens, 1024",
    "8 rps 1k/256 60ms, input_tokens, 1k",
    "8 rps 1024/256 60ms, output_tokens, 256",
    "8 rps 1024/256 60ms, max_seconds_per_token, 60ms",
    "8 rps 60 ms, max_seconds_per_token, 60 ms",
    "5000 requests/day, requests_per_day, 5000 requests/day",
    "5000/day, requests_per_day, 5000/day",
    "5k requests, requests_per_day, 5k requests",
    "rps=8 ttft=500ms, max_first_token_seconds, 500ms"
  })
  void aLineMayNameTheTraffic(String words, String parameter, String value) {
    Request request = LineReader.read("llama-3.1-8b " + words, Language.EN, QUESTIONS);
    assertTrue(request.doubts().isEmpty(), request.doubts().toString());
    assertTrue(request.remarks().isEmpty(), request.remarks().toString());
    assertEquals(value, String.join(",", request.arguments().get(parameter)));
  }

  /** A budget, a price, hours and a speed stay what they are. */
  @ParameterizedTest
  @CsvSource({
    "budget=3/h, requests_per_second",
    "hours=8h/day, requests_per_day",
    "ctx=32k, input_tokens"
  })
  void otherAmountsAreNoTraffic(String words, String parameter) {
    Request request = LineReader.read("llama-3.1-8b " + words, Language.EN, QUESTIONS);
    assertTrue(request.arguments().get(parameter).isEmpty());
  }
}
