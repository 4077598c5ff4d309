package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.money.ApiPrice;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.question.Questions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, workers and dollars of a load, worked out by hand. */
class LoadMoneyTest {

  private static final Questions QUESTIONS = Questions.of(BundledCatalog.catalog());

  private static Load load(String query) {
    Arguments arguments = new Arguments().add("model", "llama-3.1-8b");
    for (String pair : query.split("&")) {
      String[] both = pair.split("=", 2);
      arguments.add(both[0], both[1]);
    }
    return QUESTIONS.recommendation().read(arguments).question().load().orElseThrow();
  }

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
        load(
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
    assertEquals(average, load(query).requestsPerSecond(), 1e-9);
    assertEquals(peak, load(query).peakPerSecond(), 1e-9);
    assertEquals(3, load(query).at(3).requestsPerSecond(), 1e-9);
    assertEquals(load(query).requests(), load(query).at(3).requests());
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
    Load load = load(query + "&seconds_per_request=2&concurrency=4");
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
    Load load = load("requests_per_second=100000&seconds_per_request=86400&concurrency=1");

    assertFalse(new WorkerLoad(load, Optional.empty(), Optional.empty(), 0).isAny());
    assertFalse(new WorkerLoad(load, Optional.empty(), Optional.empty(), 1 / 86_400.0).isAny());
    assertTrue(new WorkerLoad(load, Optional.empty(), Optional.empty(), 1).isAny());
    Load whole = load("requests_per_second=100000&seconds_per_request=9&max_load=1");
    assertTrue(new WorkerLoad(whole, Optional.empty(), Optional.empty(), 0.001).isAny());
  }

  private static Plan plan(String query, String usdPerHour, boolean scales) {
    Load load = load(query + "&seconds_per_request=2&concurrency=4&latency=batch");
    return Plan.of(
        new WorkerLoad(load, Optional.empty(), Optional.empty(), 2),
        new Price(new BigDecimal(usdPerHour)),
        new Terms(Billing.PER_SECOND, scales));
  }

  /** Two workers of a dollar an hour run all 730 hours; the tokens share what they cost. */
  @Test
  void whatAlwaysRuns() {
    Plan plan = plan("requests_per_second=3&input_tokens=1000&output_tokens=250", "1", false);

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

  /** What is stopped between requests costs less, down to nothing, and never more. */
  @Test
  void whatIsStopped() {
    Plan plan = plan("requests_per_day=100&startup_seconds=10", "1", true);
    Scaling scaling = plan.scaling().orElseThrow();

    assertAmount("730", scaling.alwaysOn().usdPerMonth());
    assertEquals(Optional.empty(), scaling.mixed());
    assertTrue(scaling.toZero().compareTo(scaling.alwaysOn()) < 0);
    assertEquals(scaling.toZero(), scaling.chosen());
    assertEquals(scaling.chosen(), plan.bill());
    // 3041.67 requests of two seconds
    assertEquals(3041.67 * 2 / 3600, scaling.workingHours().doubleValue(), 0.01);
    // and a start for each, but for those that come while another works or starts
    assertEquals(3041.67, scaling.startsPerMonth().doubleValue(), 45);
    assertTrue(
        plan("requests_per_second=3", "1", true).scaling().orElseThrow().mixed().isPresent());
  }

  /** As often as the caller says, whatever the gaps between requests would make of it. */
  @Test
  void startsThatTheCallerKnows() {
    Plan plan =
        plan(
            "requests_per_second=3&startup_seconds=10&idle_seconds=5&starts_per_hour=6", "1", true);
    Scaling scaling = plan.scaling().orElseThrow();
    Starting starting = plan.load().starting();
    Usage all = scaling.toZero().usage();
    Usage second = scaling.mixed().orElseThrow().usage();

    assertEquals(2, plan.replicas());
    assertHours(730 * OnDemand.of(3, 2, 4, 2, 0, starting).working() / 2, all.hoursPerMonth());
    assertHours(730 * OnDemand.of(3, 2, 4, 2, 1, starting).working(), second.hoursPerMonth());
    for (Usage each : List.of(all, second)) {
      assertAmount("6", each.startsPerHour());
      assertAmount("10", each.startupSeconds());
      assertAmount("5", each.idleSeconds());
    }
    assertHours(2 * all.hoursPerMonth().doubleValue(), scaling.workingHours());
    assertHours(12 * all.hoursPerMonth().doubleValue(), scaling.startsPerMonth());
  }

  /** One of two is kept: the other has all hours that are not its. */
  @Test
  void hoursOfTheOneThatStops() {
    Plan plan = plan("requests_per_second=3&startup_seconds=10&idle_seconds=5", "1", true);
    OnDemand second = OnDemand.of(3, 2, 4, 2, 1, plan.load().starting());
    Usage usage = plan.scaling().orElseThrow().mixed().orElseThrow().usage();

    assertHours(730 * second.running(), usage.hoursPerMonth());
    assertEquals(
        3600 * second.startsPerSecond() / second.running(),
        usage.startsPerHour().doubleValue(),
        1e-6);
  }

  private static void assertHours(double expected, BigDecimal hours) {
    assertEquals(expected, hours.doubleValue(), 1e-5);
  }

  @Test
  void ofWaysThatCostTheSameTheOneThatRunsLeast() {
    Scaling scaling = plan("requests_per_second=3", "0", true).scaling().orElseThrow();

    assertEquals(scaling.toZero(), scaling.chosen());
  }

  /** Who waits half a second for the first token does not wait for a start of ten. */
  @Test
  void nobodyWaitsForAStartWhoWouldNot() {
    Load load =
        load(
            "requests_per_day=100&startup_seconds=10&seconds_per_request=2&concurrency=4"
                + "&max_first_token_seconds=0.5");
    Plan plan =
        Plan.of(
            new WorkerLoad(load, Optional.empty(), Optional.empty(), 2),
            new Price(BigDecimal.ONE),
            new Terms(Billing.PER_SECOND, true));

    assertEquals(plan.scaling().orElseThrow().alwaysOn(), plan.bill());
    assertTrue(load.goal().forbidsWaiting(0.51));
    assertFalse(load.goal().forbidsWaiting(0.5));
  }

  /** A dollar an hour against an API at 2 dollars a million tokens of prompts, none for answers. */
  @Test
  void againstAnApi() {
    Plan plan = plan("requests_per_second=1&input_tokens=1000&output_tokens=1", "1", false);
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
        plan("requests_per_second=1&input_tokens=1000&min_replicas=3&peak_factor=2", "1", false);
    BigDecimal price = BigDecimal.valueOf(3 / (rate * 3600 * 1000 / 1e6));
    ApiComparison comparison = ApiComparison.of(plan, new ApiPrice(price, price, BigDecimal.ZERO));

    assertEquals(expected == null ? -1 : expected, comparison.breakEven().orElse(-1), 1e-6);
  }

  /** Where neither costs anything the workers cost no more. */
  @Test
  void nothingAgainstNothing() {
    ApiComparison comparison =
        ApiComparison.of(
            plan("requests_per_second=1", "0", false),
            new ApiPrice(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));

    assertTrue(comparison.saves());
    assertAmount("0", comparison.percent());
    assertEquals(OptionalDouble.of(0), comparison.breakEven());
  }

  @Test
  void oneWayIsCheaperFromARateOn() {
    Plan dear = plan("requests_per_second=1", "2", false);
    Plan cheap = plan("requests_per_second=1", "1", false);

    assertEquals(OptionalDouble.of(0), Plan.cheaperFrom(cheap, dear));
    assertEquals(OptionalDouble.empty(), Plan.cheaperFrom(dear, cheap));
    assertEquals(OptionalDouble.of(0), Plan.cheaperFrom(dear, dear));
    // what stops between requests costs less, until it hardly stops any more
    Plan stopping = plan("requests_per_second=1&idle_seconds=1", "2", true);
    double from = Plan.cheaperFrom(cheap, stopping).orElseThrow();
    assertTrue(cheap.billAt(from * 1.001).compareTo(stopping.billAt(from * 1.001)) <= 0);
    assertTrue(cheap.billAt(from * 0.999).compareTo(stopping.billAt(from * 0.999)) > 0);
    Plan rare = plan("requests_per_day=1&idle_seconds=1", "2", true);
    assertEquals(from, Plan.cheaperFrom(cheap, rare).orElseThrow(), 1e-6);
  }
}
