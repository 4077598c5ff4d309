package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Usage;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the caller is willing to rent, and what for.
 *
 * @param budget most that it may cost
 * @param minSupply least supply that will do; unknown where any will
 * @param maxGpus GPUs that one worker may have
 * @param minTokensPerSecond of one sequence, on the slowest card that may turn up
 * @param rankBy what the best offer is best at
 */
public record Constraints(
    Budget budget,
    Supply minSupply,
    int maxGpus,
    Optional<BigDecimal> minTokensPerSecond,
    RankBy rankBy) {

  /**
   * What it may cost, in dollars. A bill is within it that is over none of the amounts given.
   *
   * @param perHour of all that is rented, while it runs
   * @param perMonth most that may be billed in a month, under the terms of each offer
   * @param perRun of fine-tuning; a bill for a month is never over it
   * @param usage how much it must be enough for
   */
  public record Budget(
      Optional<BigDecimal> perHour,
      Optional<BigDecimal> perMonth,
      Optional<BigDecimal> perRun,
      Usage usage) {

    public Budget(Optional<BigDecimal> perHour, Optional<BigDecimal> perMonth, Usage usage) {
      this(perHour, perMonth, Optional.empty(), usage);
    }

    public boolean isAny() {
      return perHour.isPresent() || perMonth.isPresent() || perRun.isPresent();
    }

    public boolean isOver(Bill bill) {
      return isOverHour(bill) || isOverMonth(bill) || isOverRun(bill);
    }

    boolean isOverHour(Bill bill) {
      return perHour.isPresent() && bill.usdPerHour().compareTo(perHour.get()) > 0;
    }

    /** Of a run that ends, what it costs is all that the month is billed for it. */
    private boolean isOverMonth(Bill bill) {
      return perMonth.isPresent() && bill.amount().compareTo(perMonth.get()) > 0;
    }

    boolean isOverRun(Bill bill) {
      return perRun.isPresent()
          && bill.usdPerRun().filter(run -> run.compareTo(perRun.get()) > 0).isPresent();
    }

    Budget withoutHour() {
      return new Budget(Optional.empty(), perMonth, perRun, usage);
    }

    Budget withoutMonth() {
      return new Budget(perHour, Optional.empty(), perRun, usage);
    }

    Budget withoutRun() {
      return new Budget(perHour, perMonth, Optional.empty(), usage);
    }

    public static Budget none() {
      return new Budget(Optional.empty(), Optional.empty(), Usage.always());
    }
  }

  public static Constraints none() {
    return new Constraints(Budget.none(), Supply.UNKNOWN, 1, Optional.empty(), RankBy.PRICE);
  }

  /** The same with so many GPUs. */
  Constraints allowing(int gpus) {
    return new Constraints(budget, minSupply, gpus, minTokensPerSecond, rankBy);
  }

  Constraints within(Budget other) {
    return new Constraints(other, minSupply, maxGpus, minTokensPerSecond, rankBy);
  }

  Constraints ofAnySupply() {
    return new Constraints(budget, Supply.UNKNOWN, maxGpus, minTokensPerSecond, rankBy);
  }

  Constraints ofAnySpeed() {
    return new Constraints(budget, minSupply, maxGpus, Optional.empty(), rankBy);
  }

  public Usage usage() {
    return budget.usage();
  }

  public BigDecimal hoursPerMonth() {
    return usage().hoursPerMonth();
  }

  /** So many units of an offer a worker may have; one is tried whatever the caller allows. */
  int mostUnits(Offer offer) {
    return Math.max(1, Math.min(offer.maxUnits(), maxGpus / offer.gpus()));
  }

  boolean tooManyGpus(Worker worker) {
    int gpus = worker.gpus();
    Offer offer = worker.offer();
    return gpus > maxGpus && !(offer.isOwn() && gpus <= offer.gpus()); // who has it will use it
  }

  boolean tooSlow(RankBy.Ranked each) {
    return minTokensPerSecond
        .filter(least -> RankBy.tokensPerSecond(each) < least.doubleValue())
        .isPresent();
  }
}
