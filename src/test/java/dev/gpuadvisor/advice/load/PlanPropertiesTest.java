package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of every plan, whatever the load. */
class PlanPropertiesTest {

  private static final int TIMES = 12;
  private static final BigDecimal HOURS = BigDecimal.valueOf(730);
  private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

  private final Map<String, String> asked = new HashMap<>();
  private double rate;

  private void ask(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    rate = Math.exp(random.nextDouble() * 9 - 6);
    asked.put("model", random.nextBoolean() ? "llama-3.1-8b" : "qwen2.5-14b");
    asked.put("provider", random.nextBoolean() ? "runpod-serverless" : "modal,aws");
    asked.put("input_tokens", Integer.toString(1 + random.nextInt(4000)));
    asked.put("output_tokens", Integer.toString(1 + random.nextInt(1000)));
    asked.put("max_gpus", Integer.toString(1 + random.nextInt(2)));
    asked.put("min_replicas", Integer.toString(1 + random.nextInt(2)));
    asked.put("peak_factor", Integer.toString(1 + random.nextInt(3)));
    asked.put("latency", random.nextBoolean() ? "batch" : "interactive");
    asked.put("idle_seconds", Integer.toString(random.nextInt(60)));
    asked.put("startup_seconds", Integer.toString(random.nextInt(100)));
  }

  private Recommendation recommend(Map<String, String> more) {
    return Loads.recommend(asked, more);
  }

  private static Map<String, String> rate(double requestsPerSecond) {
    return Map.of("requests_per_second", BigDecimal.valueOf(requestsPerSecond).toPlainString());
  }

  @RepeatedTest(TIMES)
  void moreRequestsNeedNoFewerWorkersAndNoLessMoney(RepetitionInfo repetition) {
    ask(repetition);
    Recommendation fewer = recommend(rate(rate));
    for (double times : new double[] {1.01, 1.5, 7}) {
      assertNoLess(fewer, recommend(rate(rate * times)));
    }
  }

  @RepeatedTest(TIMES)
  void aLooserTargetNeedsNoMore(RepetitionInfo repetition) {
    ask(repetition);
    Map<String, String> strict = new HashMap<>(rate(rate));
    strict.put("max_seconds_per_token", "0.04");
    strict.put("max_first_token_seconds", "0.7");
    Recommendation loose;
    for (String name : new String[] {"max_seconds_per_token", "max_first_token_seconds"}) {
      Map<String, String> looser = new HashMap<>(strict);
      looser.put(name, "5");
      loose = recommend(looser);
      assertNoLess(loose, recommend(strict));
    }
  }

  private static void assertNoLess(Recommendation less, Recommendation more) {
    for (Assessment one : less.assessments()) {
      Optional<Assessment> other = same(more, one);
      if (one.plan().isEmpty() || other.flatMap(Assessment::plan).isEmpty()) {
        assertTrue(
            one.plan().isPresent() || other.flatMap(Assessment::plan).isEmpty(),
            one.offer().id() + " carries more, but not less");
        continue;
      }
      Plan fewer = one.plan().get();
      Plan larger = other.flatMap(Assessment::plan).get();
      String about = one.offer().id() + ": " + fewer.bill() + " and " + larger.bill();
      if (one.worker().units() == other.get().worker().units()) {
        assertTrue(larger.replicas() >= fewer.replicas(), about);
      }
      assertTrue(cents(larger.bill()).compareTo(cents(fewer.bill())) >= 0, about);
    }
  }

  private static Optional<Assessment> same(Recommendation all, Assessment one) {
    return all.assessments().stream()
        .filter(each -> each.offer().equals(one.offer()))
        .filter(each -> each.quantization().asked().equals(one.quantization().asked()))
        .findFirst();
  }

  @RepeatedTest(TIMES)
  void workersCarryTheBusiestTimeAndNoneIsIdleForNothing(RepetitionInfo repetition) {
    ask(repetition);
    for (Assessment each : recommend(rate(rate)).assessments()) {
      if (each.plan().isPresent()) {
        Plan plan = each.plan().get();
        Load load = plan.load();
        double usable = plan.worker().requestsPerSecond() * load.maxLoad().doubleValue();
        assertTrue(plan.replicas() * usable >= load.peakPerSecond() * (1 - 1e-6));
        assertTrue(
            plan.replicas() == load.minReplicas()
                || (plan.replicas() - 1) * usable < load.peakPerSecond());
        assertTrue(plan.loadPercent().doubleValue() <= load.maxLoad().doubleValue() * 100 + 0.1);
      }
    }
  }

  @RepeatedTest(TIMES)
  void aMonthIsWhatItsHoursCost(RepetitionInfo repetition) {
    ask(repetition);
    for (Assessment each : recommend(rate(rate)).assessments()) {
      if (each.plan().isPresent()) {
        Plan plan = each.plan().get();
        assertEquals(each.bill(), plan.bill());
        BigDecimal expected = hours(plan.bill()).multiply(each.worker().price().perHour());
        BigDecimal cent = new BigDecimal("0.01");
        BigDecimal off = Price.cents(expected).subtract(Price.cents(plan.bill().usdPerMonth()));
        assertTrue(off.abs().compareTo(cent) <= 0, expected + " and " + plan.bill());
        plan.scaling()
            .ifPresent(
                scaling -> {
                  assertNoMore(scaling.chosen(), scaling.alwaysOn());
                  assertNoMore(scaling.toZero(), scaling.mixed().orElse(scaling.alwaysOn()));
                });
      }
    }
  }

  /** Within a cent: hours of each worker are rounded. */
  private static void assertNoMore(Bill less, Bill more) {
    BigDecimal above = cents(less).subtract(cents(more));
    assertTrue(above.compareTo(new BigDecimal("0.01")) <= 0, less + " and " + more);
  }

  private static BigDecimal cents(Bill bill) {
    return Price.cents(bill.usdPerMonth());
  }

  /** Worked out a second time: hours of all workers that are paid for. */
  private static BigDecimal hours(Bill bill) {
    if (!bill.scalesToZero()) {
      return HOURS.multiply(BigDecimal.valueOf(bill.replicas()));
    }
    BigDecimal kept = HOURS.multiply(BigDecimal.valueOf(bill.kept()));
    BigDecimal work =
        bill.usage().hoursPerMonth().multiply(BigDecimal.valueOf(bill.replicas() - bill.kept()));
    BigDecimal starting =
        work.multiply(bill.usage().startsPerHour())
            .multiply(bill.usage().secondsPerStart())
            .divide(SECONDS, 9, RoundingMode.HALF_UP);
    return kept.add(work).add(starting);
  }
}
