package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Supply;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the caller is willing to rent.
 *
 * @param budgetPerHour in dollars
 * @param budgetPerMonth in dollars, for {@code hoursPerMonth}
 * @param hoursPerMonth how long it runs in a month
 * @param maxGpus GPUs that one worker may have
 */
public record Constraints(
    Optional<BigDecimal> budgetPerHour,
    Optional<BigDecimal> budgetPerMonth,
    BigDecimal hoursPerMonth,
    Supply minSupply,
    int maxGpus) {

  public static Constraints none() {
    return new Constraints(
        Optional.empty(), Optional.empty(), Price.HOURS_PER_MONTH, Supply.LOW, 1);
  }

  boolean overHourlyBudget(Price price) {
    return budgetPerHour.filter(budget -> price.perHour().compareTo(budget) > 0).isPresent();
  }

  boolean overMonthlyBudget(Price price) {
    return budgetPerMonth
        .filter(budget -> price.perMonth(hoursPerMonth).compareTo(budget) > 0)
        .isPresent();
  }

  boolean overBudget(Price price) {
    return overHourlyBudget(price) || overMonthlyBudget(price);
  }
}
