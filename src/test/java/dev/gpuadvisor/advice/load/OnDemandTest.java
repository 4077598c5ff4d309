package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnDemandTest {

  private static Starting starting(double seconds, double idle) {
    return new Starting(
        BigDecimal.valueOf(seconds), BigDecimal.valueOf(idle), Optional.empty(), Optional.empty());
  }

  /** Work is never lost, however it is shared out. */
  @ParameterizedTest
  @CsvSource({"0.05787, 3, 5", "0.5, 3, 9", "4, 12, 80", "0.001, 0.5, 1", "30, 20, 900"})
  void workersOfOneRequestAtATimeWorkAsLongAsTheRequestsTake(
      double rate, double seconds, int workers) {
    OnDemand all = OnDemand.of(rate, seconds, 1, workers, 0, starting(0, 0));
    assertEquals(rate * seconds, all.working(), rate * seconds * 1e-9);
    assertEquals(all.working(), all.running(), 1e-9);
  }

  @Test
  void manyAtATimeShareAWorker() {
    OnDemand all = OnDemand.of(2, 5, 1000, 3, 0, starting(60, 10));
    assertEquals(1, all.working(), 1e-3);
    assertTrue(all.startsPerSecond() * 3600 < 1);
  }

  @Test
  void whatIsKeptIsNotCounted() {
    OnDemand all = OnDemand.of(2, 5, 4, 6, 0, starting(0, 0));
    OnDemand others = OnDemand.of(2, 5, 4, 6, 1, starting(0, 0));
    assertEquals(1 - Math.exp(-10), all.working() - others.working(), 1e-9);
  }

  @Test
  void aLoadThatNeverEndsKeepsAllOfThemRunning() {
    OnDemand all = OnDemand.of(1e5, 1e4, 10, 1_000_000, 3, starting(60, 10));
    assertEquals(999_997, all.running());
    assertEquals(0, all.startsPerSecond());
  }

  /** Of several workers, some of them kept: by the same rule, without anything left out. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 4, 1, 6, 0, 10, 5",
    "0.5, 4, 1, 6, 2, 10, 5",
    "2, 3, 2.5, 5, 1, 30, 20",
    "0.01, 2, 1, 3, 1, 4, 60",
    "40, 5, 7, 60, 0, 3, 1",
    "10, 3, 2, 5, 1, 10, 10",
    "2, 2, 2, 2, 1, 1, 1",
  })
  void eachWorkerIsNeededWhileItsPredecessorsAreFull(
      double rate,
      double seconds,
      double atOnce,
      int workers,
      int kept,
      double start,
      double idle) {
    OnDemand all = OnDemand.of(rate, seconds, atOnce, workers, kept, starting(start, idle));
    double[] shares = poisson(rate * seconds);
    double running = 0;
    double working = 0;
    double starts = 0;
    for (int worker = kept; worker < workers; worker++) {
      int before = (int) (worker * atOnce);
      double free = sum(shares, before);
      double ends = rate * shares[before] / free;
      double stops = ends * Math.exp(-ends * idle);
      double lasts = 1 + stops * start;
      working += 1 - free;
      running += 1 - free + free * (1 - stops / ends) / lasts;
      starts += free * stops / lasts;
    }
    double waiting = 0;
    for (int more = 0; more < 500; more++) {
      waiting += 1 - sum(shares, (int) ((workers + more) * atOnce));
    }
    assertEquals(Math.min(workers - kept, working + waiting), all.working(), 1e-9);
    assertEquals(Math.min(workers - kept, running + waiting), all.running(), 1e-9);
    assertEquals(starts, all.startsPerSecond(), 1e-9);
  }

  private static double[] poisson(double mean) {
    double[] shares = new double[1000];
    shares[0] = Math.exp(-mean);
    for (int n = 1; n < shares.length; n++) {
      shares[n] = shares[n - 1] * mean / n;
    }
    return shares;
  }

  private static double sum(double[] shares, int upTo) {
    return upTo >= shares.length ? 1 : Arrays.stream(shares, 0, upTo + 1).sum();
  }

  /** One worker that takes all: against a simulation of 400,000 requests. */
  @ParameterizedTest
  @CsvSource({
    "0.02, 3, 0, 0",
    "0.02, 3, 0, 30",
    "0.3, 2, 0, 5",
    "0.02, 3, 76, 0",
    "0.05, 4, 40, 20"
  })
  void itRunsAndStartsAsOftenAsASimulationSays(
      double rate, double seconds, double start, double idle) {
    OnDemand one = OnDemand.of(rate, seconds, 1_000_000, 1, 0, starting(start, idle));
    Simulated simulated = Simulated.of(rate, seconds, start, idle);
    double paid = one.running() + one.startsPerSecond() * start;
    assertEquals(simulated.starts, one.startsPerSecond(), 0.06 * one.startsPerSecond());
    assertEquals(simulated.paid, paid, 0.05 * paid);
  }

  /** Shares of the time. */
  private record Simulated(double starts, double paid) {

    static Simulated of(double rate, double seconds, double start, double idle) {
      Random random = new Random(7);
      double now = 0;
      double upSince = 0;
      double lastEnd = Double.NEGATIVE_INFINITY;
      double paid = 0;
      int starts = 0;
      boolean up = false;
      for (int request = 0; request < 400_000; request++) {
        now += -Math.log(1 - random.nextDouble()) / rate;
        if (up && now > lastEnd + idle) {
          paid += lastEnd + idle - upSince;
          up = false;
        }
        double begins = now;
        if (!up) {
          up = true;
          starts++;
          upSince = now;
          begins = now + start;
        } else {
          begins = Math.max(now, upSince + start);
        }
        double took = -Math.log(1 - random.nextDouble()) * seconds;
        lastEnd = Math.max(lastEnd, begins + took);
      }
      return new Simulated(starts / now, (paid + lastEnd - upSince) / now);
    }
  }
}
