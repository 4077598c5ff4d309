package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.MeasuredStart;
import dev.gpuadvisor.advice.load.Starting;
import dev.gpuadvisor.money.ApiPrice;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.Targets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a load is made of, from what callers say of it. */
class LoadInputTest {

  private static final String MODEL = "model=llama-3.1-8b&";
  private static final String RATE = MODEL + "requests_per_second=1&";

  private static Load load(String query) {
    return Asking.recommendation(query).load().orElseThrow();
  }

  /** A second of work is one of the hours worked; a day is one of the 730 / 24 of a month. */
  @ParameterizedTest
  @CsvSource({
    "requests_per_second=0.5, 1314000",
    "requests_per_second=1&hours_per_month=200, 720000",
    "requests_per_day=24, 730",
    "requests_per_day=24&hours_per_month=200, 730",
    "requests_per_day=1, 30.416666667",
  })
  void requestsOfAMonth(String rate, BigDecimal requests) {
    Load load = load(MODEL + rate);

    assertEquals(0, requests.compareTo(load.requestsPerMonth()), load.toString());
  }

  /** A question of 1024 tokens and an answer of 256, or what of them the context holds. */
  @ParameterizedTest
  @CsvSource({
    "'', 1024, 256",
    "context=1280, 1024, 256",
    "context=1279, 1024, 255",
    "context=512, 410, 102",
    "context=9, 8, 1",
    "context=4, 3, 1",
    "context=2, 1, 1",
    "context=4096&output_tokens=4000, 96, 4000",
    "context=4096&input_tokens=3000, 3000, 256",
    "context=1000&reasoning_tokens=500, 400, 100",
    "input_tokens=7&output_tokens=9, 7, 9",
  })
  void tokensOfARequest(String said, double input, double output) {
    Load load = load(RATE + said);

    assertEquals(input, load.requests().inputTokens());
    assertEquals(output, load.requests().outputTokens());
    assertEquals(
        !said.contains("input_tokens") || !said.contains("output_tokens"), load.tokensAssumed());
  }

  @ParameterizedTest
  @CsvSource({
    "context=100&input_tokens=60&output_tokens=41, input_tokens: fault.request_tokens",
    "draft_model=qwen3-0.6b&draft_tokens=2&accepted_tokens_per_step=3.5,"
        + " accepted_tokens_per_step: fault.more_than_drafted",
    "context=100&input_tokens=60&output_tokens=30&reasoning_tokens=11, input_tokens:"
        + " fault.request_tokens",
    "context=100&output_tokens=60&reasoning_tokens=40, reasoning_tokens: fault.request_tokens",
    "context=100&output_tokens=0, output_tokens: fault.generates_nothing",
    "context=100&output_tokens=100, output_tokens: fault.request_tokens",
    "context=1, context: fault.request_tokens",
  })
  void aRequestThatTheContextDoesNotHold(String said, String fault) {
    assertEquals(List.of(fault), Asking.faults(RATE + said));
  }

  @ParameterizedTest
  @CsvSource({
    "context=100&input_tokens=60&output_tokens=40",
    "context=100&input_tokens=60&output_tokens=30&reasoning_tokens=10",
    "context=100&output_tokens=60&reasoning_tokens=39",
  })
  void aRequestThatJustFills(String said) {
    Load load = load(RATE + said);

    assertEquals(
        100,
        load.requests().inputTokens()
            + load.requests().outputTokens()
            + load.requests().reasoningTokens());
  }

  /** Where nobody says how long the context is, it holds what the requests have. */
  @ParameterizedTest
  @CsvSource({
    "input_tokens=20000&output_tokens=1000, 21000",
    "input_tokens=20000&output_tokens=1000&reasoning_tokens=500, 21500",
    "input_tokens=20000, 20256",
    "input_tokens=7936, 8192",
    "input_tokens=7937, 8193",
    "output_tokens=8192, 9216",
    "reasoning_tokens=8192, 9472",
    "input_tokens=20, 8192",
    "context=20000&input_tokens=10, 20000",
    "input_tokens=16777215&output_tokens=1, 16777216",
  })
  void theContextHoldsTheRequest(String said, int context) {
    assertEquals(context, Asking.workload(RATE + said).tokens().context());
  }

  @Test
  void aRequestBeyondAnyContext() {
    assertEquals(
        List.of("input_tokens: fault.request_tokens"),
        Asking.faults(RATE + "input_tokens=16777216&output_tokens=16777216"));
  }

  /** Without a load, only what is said of a request counts. */
  @ParameterizedTest
  @CsvSource({"output_tokens=9000, 9000", "output_tokens=8193, 8193", "output_tokens=8000, 8192"})
  void theContextHoldsTheAnswer(String said, int context) {
    assertEquals(context, Asking.workload(MODEL + said).tokens().context());
  }

  /** So many users at once, and how long a prompt and an answer are. */
  @ParameterizedTest
  @CsvSource({
    "concurrency=55&input_tokens=1024&output_tokens=256, 1280, 256",
    "input_tokens=1000, 1256, 256",
    "input_tokens=1000&output_tokens=200&reasoning_tokens=800, 2000, 1000",
    "input_tokens=20000&output_tokens=10, 20010, 10",
  })
  void lengthsWithoutARate(String said, int context, int output) {
    Workload workload = Asking.workload(MODEL + said);

    assertEquals(context, workload.tokens().context());
    assertEquals(output, workload.tokens().outputTokens());
  }

  /** Somebody who waits wants to see an answer begin within a second, and 20 tokens per second. */
  @ParameterizedTest
  @CsvSource({
    "'', 1, 0.05, true",
    "latency=interactive, 1, 0.05, true",
    "max_first_token_seconds=2, 2, 0.05, true",
    "max_seconds_per_token=60ms, 1, 0.06, true",
    "max_first_token_seconds=2&max_seconds_per_token=0.1, 2, 0.1, false",
    "latency=batch, , , false",
    "latency=batch&max_first_token_seconds=2, 2, , false",
    "seconds_per_request=3, , , false",
    "seconds_per_request=3&max_seconds_per_token=0.1, , 0.1, false",
  })
  void targets(String said, Double first, Double token, boolean assumed) {
    Load load = load(RATE + said);

    assertEquals(new Targets(optional(first), optional(token)), load.goal().targets());
    assertEquals(assumed, load.goal().assumed());
  }

  private static OptionalDouble optional(Double number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  @Test
  void aMeasuredRequestIsOneOfThoseThatRanAtOnce() {
    assertEquals(
        Optional.of(new Load.MeasuredRequest(BigDecimal.valueOf(3), 4)),
        load(RATE + "seconds_per_request=3&concurrency=4").measured());
    assertEquals(Optional.empty(), load(RATE).measured());
  }

  /** Llama 3.1 8B was measured: 76 seconds from weights that lie on the disk. */
  @Test
  void aStartTakesWhatWasMeasuredUnlessSaid() {
    assertEquals(
        new Starting(
            BigDecimal.valueOf(76),
            BigDecimal.ZERO,
            Optional.empty(),
            Optional.of(MeasuredStart.of(8_030_000_000L))),
        load(RATE).starting());
    assertEquals(
        new Starting(
            BigDecimal.valueOf(30),
            BigDecimal.valueOf(5),
            Optional.of(BigDecimal.valueOf(2)),
            Optional.empty()),
        load(RATE + "startup_seconds=30&idle_seconds=5&starts_per_hour=2").starting());
  }

  /** A prompt that was seen before costs as much as another, where nobody says otherwise. */
  @Test
  void pricesOfAnApi() {
    assertEquals(Optional.empty(), load(RATE).api());
    String both = RATE + "api_usd_per_million_input=2&api_usd_per_million_output=8";
    assertEquals(Optional.of(price(2, 2, 8)), load(both).api());
    assertEquals(Optional.of(price(2, 1, 8)), load(both + "&api_usd_per_million_cached=1").api());
  }

  private static ApiPrice price(int input, int cached, int output) {
    return new ApiPrice(
        BigDecimal.valueOf(input), BigDecimal.valueOf(cached), BigDecimal.valueOf(output));
  }

  @Test
  void aBudgetIsNoLoad() {
    assertTrue(Asking.recommendation(MODEL + "budget_per_month=500").load().isEmpty());
  }
}
