package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Workers that can be stopped: what they cost in each way to run them. */
class ScalingTest {

  private static void assertAmount(String expected, BigDecimal amount) {
    assertEquals(0, new BigDecimal(expected).compareTo(amount), amount::toPlainString);
  }

  /** What is stopped between requests costs less, down to nothing, and never more. */
  @Test
  void whatIsStopped() {
    Plan plan = Loads.plan("requests_per_day=100&startup_seconds=10", "1", true);
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
        Loads.plan("requests_per_second=3", "1", true).scaling().orElseThrow().mixed().isPresent());
  }

  /** As often as the caller says, whatever the gaps between requests would make of it. */
  @Test
  void startsThatTheCallerKnows() {
    Plan plan =
        Loads.plan(
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
    Plan plan = Loads.plan("requests_per_second=3&startup_seconds=10&idle_seconds=5", "1", true);
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
    Scaling scaling = Loads.plan("requests_per_second=3", "0", true).scaling().orElseThrow();

    assertEquals(scaling.toZero(), scaling.chosen());
  }

  /** Who waits half a second for the first token does not wait for a start of ten. */
  @Test
  void nobodyWaitsForAStartWhoWouldNot() {
    Load load =
        Loads.load(
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
}
