package dev.gpuadvisor.advice.load;

import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The ways to run workers that can be stopped while nothing is to do, side by side.
 *
 * @param alwaysOn none is ever stopped
 * @param toZero all are
 * @param mixed one is kept, so that no request waits for a start; empty where there is only one
 * @param chosen what is counted with: the cheapest whose starts nobody waits for who would not
 * @param workingHours of a month, of all workers together
 * @param startsPerMonth where all are stopped
 */
public record Scaling(
    Bill alwaysOn,
    Bill toZero,
    Optional<Bill> mixed,
    Bill chosen,
    BigDecimal workingHours,
    BigDecimal startsPerMonth) {

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final int DECIMALS = 6;

  /** Hours are not 0 where next to nothing is to do. */
  private static final BigDecimal LEAST_HOURS = new BigDecimal("0.01");

  /**
   * @param alwaysOn the bill of workers that are all kept running
   */
  static Scaling of(WorkerLoad worker, Bill alwaysOn, Terms terms) {
    Load load = worker.load();
    int workers = alwaysOn.replicas();
    Counted none = Counted.of(worker, workers, 0);
    Bill toZero = none.bill(alwaysOn);
    Optional<Bill> mixed =
        workers == 1
            ? Optional.empty()
            : Optional.of(Counted.of(worker, workers, 1).bill(alwaysOn));
    Bill kept = mixed.orElse(alwaysOn);
    boolean waits = load.goal().forbidsWaiting(load.starting().seconds().doubleValue());
    return new Scaling(
        alwaysOn,
        toZero,
        mixed,
        waits ? least(kept, alwaysOn) : least(toZero, least(kept, alwaysOn)),
        none.workingHours,
        none.startsPerMonth);
  }

  private static Bill least(Bill one, Bill other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /**
   * @param kept workers that are not stopped
   * @param usage of each of the others
   */
  private record Counted(
      int kept, Usage usage, BigDecimal workingHours, BigDecimal startsPerMonth) {

    static Counted of(WorkerLoad worker, int workers, int kept) {
      Load load = worker.load();
      double rate = load.requestsPerSecond();
      OnDemand counted =
          OnDemand.of(rate, worker.secondsAlone(), worker.atOnce(), workers, kept, load.starting());
      BigDecimal hours = load.hoursPerMonth();
      BigDecimal working = hours.multiply(decimal(counted.working()));
      return load.starting()
          .perHour()
          .map(starts -> asSaid(load, workers, kept, working, starts))
          .orElseGet(() -> fromGaps(load, workers, kept, working, counted));
    }

    private static Counted fromGaps(
        Load load, int workers, int kept, BigDecimal working, OnDemand counted) {
      BigDecimal running = load.hoursPerMonth().multiply(decimal(counted.running()));
      BigDecimal starts =
          load.hoursPerMonth()
              .multiply(SECONDS_PER_HOUR)
              .multiply(decimal(counted.startsPerSecond()));
      BigDecimal hours = running.max(LEAST_HOURS);
      Usage usage =
          new Usage(
              ofEach(hours, workers - kept),
              starts.divide(hours, 2 * DECIMALS, RoundingMode.HALF_UP),
              load.starting().seconds(),
              BigDecimal.ZERO);
      return new Counted(kept, usage, working, starts);
    }

    private static Counted asSaid(
        Load load, int workers, int kept, BigDecimal working, BigDecimal startsPerHour) {
      Usage usage =
          new Usage(
              ofEach(working.max(LEAST_HOURS), workers - kept),
              startsPerHour,
              load.starting().seconds(),
              load.starting().idleSeconds());
      return new Counted(kept, usage, working, working.multiply(startsPerHour));
    }

    private static BigDecimal ofEach(BigDecimal hours, int workers) {
      return hours
          .divide(BigDecimal.valueOf(workers), DECIMALS, RoundingMode.HALF_UP)
          .max(LEAST_HOURS);
    }

    Bill bill(Bill alwaysOn) {
      return new Bill(alwaysOn.price(), alwaysOn.terms(), usage, alwaysOn.replicas(), kept);
    }
  }

  private static BigDecimal decimal(double number) {
    return BigDecimal.valueOf(number);
  }
}
