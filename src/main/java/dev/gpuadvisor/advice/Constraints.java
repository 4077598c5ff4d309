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
   * @param perHour in dollars
   * @param perMonth in dollars
   * @param perRun in dollars, of fine-tuning
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

    boolean isAny() {
      return perHour.isPresent() || perMonth.isPresent() || perRun.isPresent();
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

  public Usage usage() {
    return budget.usage();
  }

  public BigDecimal hoursPerMonth() {
    return usage().hoursPerMonth();
  }

  boolean overHourlyBudget(Bill bill) {
    return budget.perHour().isPresent() && bill.usdPerHour().compareTo(budget.perHour().get()) > 0;
  }

  boolean overMonthlyBudget(Bill bill) {
    return budget.perMonth().isPresent() && bill.amount().compareTo(budget.perMonth().get()) > 0;
  }

  /** A bill for a month is never over what a run may cost. */
  boolean overRunBudget(Bill bill) {
    return budget
        .perRun()
        .flatMap(most -> bill.usdPerRun().filter(run -> run.compareTo(most) > 0))
        .isPresent();
  }

  boolean overBudget(Bill bill) {
    return overHourlyBudget(bill) || overMonthlyBudget(bill) || overRunBudget(bill);
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
