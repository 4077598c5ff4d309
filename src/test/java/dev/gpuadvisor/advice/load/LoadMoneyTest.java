package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.money.ApiPrice;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, workers and dollars of a load, worked out by hand. */
class LoadMoneyTest {

  private static void assertAmount(String expected, BigDecimal amount) {
    assertEquals(0, new BigDecimal(expected).compareTo(amount), amount::toPlainString);
  }

  /**
   * A request a second is 2,628,000 a month: of 1000 tokens, half of them known, and 300 that are
   * generated. At 2 dollars a million, 1 for what is known and 8 for answers.
   */
  @Test
  void tokensAndTheirPrice() {
    Load load =
        Loads.load(
            "requests_per_second=1&input_tokens=1000&output_tokens=200&reasoning_tokens=100"
                + "&prefix_hit_rate=0.5");

    assertAmount("2628000000", load.inputTokens());
    assertAmount("788400000", load.generatedTokens());
    ApiPrice price = new ApiPrice(BigDecimal.valueOf(2), BigDecimal.ONE, BigDecimal.valueOf(8));
    assertAmount("10249.2", load.usdPerMonth(price));
  }

  @ParameterizedTest
  @CsvSource({
    "requests_per_second=2, 2, 2",
    "requests_per_second=2&peak_factor=3, 2, 6",
    "requests_per_second=2&hours_per_month=100, 2, 2",
    "requests_per_day=86400, 1, 1",
    "requests_per_day=86400&hours_per_month=73, 10, 10",
  })
  void rates(String query, double average, double peak) {
    assertEquals(average, Loads.load(query).requestsPerSecond(), 1e-9);
    assertEquals(peak, Loads.load(query).peakPerSecond(), 1e-9);
    assertEquals(3, Loads.load(query).at(3).requestsPerSecond(), 1e-9);
    assertEquals(Loads.load(query).requests(), Loads.load(query).at(3).requests());
  }

  /** Four at a time that take 2 seconds each are 2 a second, of which 0.8 may be used. */
  @ParameterizedTest
  @CsvSource({
    "requests_per_second=1.6, 1, 80.0",
    "requests_per_second=1.61, 2, 40.3",
    "requests_per_second=3.2, 2, 80.0",
    "requests_per_second=1&peak_factor=8, 5, 80.0",
    "requests_per_second=1&min_replicas=3, 3, 16.7",
    "requests_per_second=2&max_load=1, 1, 100.0",
  })
  void workers(String query, int replicas, BigDecimal percent) {
    Load load = Loads.load(query + "&seconds_per_request=2&concurrency=4");
    WorkerLoad worker = new WorkerLoad(load, Optional.empty(), Optional.empty(), 2);

    assertEquals(replicas, worker.replicas());
    assertEquals(percent, worker.loadPercent(replicas));
    assertEquals(2, worker.secondsAlone());
    assertEquals(4, worker.atOnce());
    assertTrue(worker.isAny());
    assertFalse(worker.missesAlone() || worker.isMostlyIdle());
    assertEquals(0, worker.shareAlone());
  }

  @Test
  void whatCarriesNothing() {
    Load load = Loads.load("requests_per_second=100000&seconds_per_request=86400&concurrency=1");

    assertFalse(new WorkerLoad(load, Optional.empty(), Optional.empty(), 0).isAny());
    assertFalse(new WorkerLoad(load, Optional.empty(), Optional.empty(), 1 / 86_400.0).isAny());
    assertTrue(new WorkerLoad(load, Optional.empty(), Optional.empty(), 1).isAny());
    Load whole = Loads.load("requests_per_second=100000&seconds_per_request=9&max_load=1");
    assertTrue(new WorkerLoad(whole, Optional.empty(), Optional.empty(), 0.001).isAny());
  }

  /** Two workers of a dollar an hour run all 730 hours; the tokens share what they cost. */
  @Test
  void whatAlwaysRuns() {
    Plan plan = Loads.plan("requests_per_second=3&input_tokens=1000&output_tokens=250", "1", false);

    assertEquals(2, plan.replicas());
    assertAmount("1460", plan.bill().usdPerMonth());
    assertEquals(Optional.empty(), plan.scaling());
    // 7,884 million tokens of prompts and 1,971 of answers
    assertAmount("0.1852", plan.usdPerMillionInputTokens());
    assertAmount("0.7407", plan.usdPerMillionOutputTokens());
    assertAmount("0.1481", plan.usdPerMillionTokens());
    assertAmount("730", plan.billAt(1).usdPerMonth());
    assertAmount("2190", plan.billAt(4).usdPerMonth());
  }

  /** A dollar an hour against an API at 2 dollars a million tokens of prompts, none for answers. */
  @Test
  void againstAnApi() {
    Plan plan = Loads.plan("requests_per_second=1&input_tokens=1000&output_tokens=1", "1", false);
    ApiPrice price = new ApiPrice(BigDecimal.valueOf(2), BigDecimal.valueOf(2), BigDecimal.ZERO);
    ApiComparison comparison = ApiComparison.of(plan, price);

    assertAmount("5256", comparison.usdPerMonth());
    assertAmount("4526", comparison.usdSaved());
    assertAmount("86.1", comparison.percent());
    assertTrue(comparison.saves());
    // 730 dollars are 365 million tokens, of 1000 a request, in 2,628,000 seconds
    assertEquals(365_000 / 2_628_000.0, comparison.breakEven().orElseThrow(), 1e-6);
    ApiPrice cheap = new ApiPrice(new BigDecimal("0.1"), new BigDecimal("0.1"), BigDecimal.ZERO);
    ApiComparison other = ApiComparison.of(plan, cheap);
    assertFalse(other.saves());
    assertAmount("64", other.percent());
    // 2.78 a second would do, which is more than one worker carries
    assertEquals(OptionalDouble.empty(), other.breakEven());
  }

  /** Up to what the workers carry that there must be: here 2.4 a second, at half of the peak. */
  @ParameterizedTest
  @CsvSource({"2, 2", "1.3, 1.3", "0.5, 0.5", "2.3, 2.3", "3, "})
  void theBreakEvenOfWorkersThatThereMustBe(double rate, Double expected) {
    Plan plan =
        Loads.plan(
            "requests_per_second=1&input_tokens=1000&min_replicas=3&peak_factor=2", "1", false);
    BigDecimal price = BigDecimal.valueOf(3 / (rate * 3600 * 1000 / 1e6));
    ApiComparison comparison = ApiComparison.of(plan, new ApiPrice(price, price, BigDecimal.ZERO));

    assertEquals(expected == null ? -1 : expected, comparison.breakEven().orElse(-1), 1e-6);
  }

  /** Where neither costs anything the workers cost no more. */
  @Test
  void nothingAgainstNothing() {
    ApiComparison comparison =
        ApiComparison.of(
            Loads.plan("requests_per_second=1", "0", false),
            new ApiPrice(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));

    assertTrue(comparison.saves());
    assertAmount("0", comparison.percent());
    assertEquals(OptionalDouble.of(0), comparison.breakEven());
  }

  @Test
  void oneWayIsCheaperFromARateOn() {
    Plan dear = Loads.plan("requests_per_second=1", "2", false);
    Plan cheap = Loads.plan("requests_per_second=1", "1", false);

    assertEquals(OptionalDouble.of(0), Plan.cheaperFrom(cheap, dear));
    assertEquals(OptionalDouble.empty(), Plan.cheaperFrom(dear, cheap));
    assertEquals(OptionalDouble.of(0), Plan.cheaperFrom(dear, dear));
    // what stops between requests costs less, until it hardly stops any more
    Plan stopping = Loads.plan("requests_per_second=1&idle_seconds=1", "2", true);
    double from = Plan.cheaperFrom(cheap, stopping).orElseThrow();
    assertTrue(cheap.billAt(from * 1.001).compareTo(stopping.billAt(from * 1.001)) <= 0);
    assertTrue(cheap.billAt(from * 0.999).compareTo(stopping.billAt(from * 0.999)) > 0);
    Plan rare = Loads.plan("requests_per_day=1&idle_seconds=1", "2", true);
    assertEquals(from, Plan.cheaperFrom(cheap, rare).orElseThrow(), 1e-6);
  }
}
