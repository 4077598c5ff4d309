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
    "rps=8 ttft=500ms, max_first_token_seconds, 500ms",
    "1 request per second, requests_per_second, 1 request per second",
    "1k requests/min, requests_per_second, 1k requests/min",
    "10 requ\u00eates par seconde, requests_per_second, 10 requ\u00eates par seconde",
    "10 million requests per month, requests_per_day, 10M requests per month",
    "1000 chats a day, requests_per_day, 1000 chats day",
    "10 rps first token under 2 s, max_first_token_seconds, 2s",
    "10 rps time to first token 500ms, max_first_token_seconds, 500ms",
    "8 rps 60 ms per token, max_seconds_per_token, 60ms",
    "1 rps peak factor of 3, peak_factor, 3",
    "1 rps 3x peak, peak_factor, 3x",
    "500 requests a day 4 seconds each, seconds_per_request, 4seconds",
    "5 rps vs some api at $0.15 in $0.60 out, api_usd_per_million_input, $0.15",
    "5 rps vs some api at $0.15 in $0.60 out, api_usd_per_million_output, $0.60",
    "5 rps $0.20/M in and $0.60/M out, api_usd_per_million_output, $0.60",
    "16 requests at once, concurrency, 16",
    "5 devs, concurrency, 5",
    "250 req/min avg 1.2k tokens in 300 out, input_tokens, 1.2k",
    "30s idle 20 requests/hour, idle_seconds, 30s",
    "30s idle 20 requests/hour, requests_per_second, 20 requests/hour",
    "'1 rps, 800 en entrée, 200 en sortie', input_tokens, 800",
    "'1 rps, 800 en entrée, 200 en sortie', output_tokens, 200",
    "'100,000 requests per day', requests_per_day, '100,000 requests per day'",
    "i pay $1.20/h for an A10G, current, A10G",
    "'je paie 1,20 $/h pour une A10G', current_price_per_hour, '1,20 $/h'",
    "batch processing 5M tokens/day, latency, batch"
  })
  void aLineMayNameTheTraffic(String words, String parameter, String value) {
    assertReads("llama-3.1-8b " + words, parameter, value);
  }

  /** What is said of a run. */
  @ParameterizedTest
  @CsvSource({
    "10k examples of 500 tokens 3 epochs, examples, 10k examples",
    "10k examples of 500 tokens 3 epochs, average_tokens, 500 tokens",
    "10k examples of 500 tokens 3 epochs, epochs, 3 epochs",
    "200 samples 1k tokens each, average_tokens, 1k tokens",
    "5 millions de tokens, dataset_tokens, 5 millions tokens",
    "sft 100k samples 300 tokens each, average_tokens, 300 tokens",
    "50 MB dataset, dataset_tokens, 50 MB",
    "50 MB dataset 2k seq, sequence_length, 2k",
    "5m tokens budget $50, budget_per_run, $50",
    "5m tokens budget $500 a month, budget_per_month, $500/month"
  })
  void aLineMaySayWhatIsLearned(String words, String parameter, String value) {
    assertReads("tune llama-3.1-8b lora " + words, parameter, value);
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

  private static void assertReads(String line, String parameter, String value) {
    Request request = LineReader.read(line, Language.EN, QUESTIONS);
    assertTrue(request.doubts().isEmpty(), request.doubts().toString());
    assertTrue(request.remarks().isEmpty(), request.remarks().toString());
    assertEquals(value, String.join(",", request.arguments().get(parameter)));
  }
}
