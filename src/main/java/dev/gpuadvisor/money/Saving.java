package dev.gpuadvisor.money;

import java.math.BigDecimal;

/**
 * What changing from one bill to another saves; negative where it costs more. Where both bills are
 * for a run, that is what is compared, else the month.
 */
public record Saving(Bill from, Bill to) {

  private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);

  /** Whether what both do costs no more then. */
  public boolean saves() {
    return usd().signum() >= 0;
  }

  /** Whether both bills are for a run that ends by itself. */
  public boolean isOfRun() {
    return from.usdPerRun().isPresent() && to.usdPerRun().isPresent();
  }

  /** Dollars saved on the run, or in the month. */
  public BigDecimal usd() {
    return isOfRun() ? from.amount().subtract(to.amount()) : usdPerMonth();
  }

  /** Of the bill now, to one decimal. */
  public BigDecimal percent() {
    return Percent.of(usd(), isOfRun() ? from.amount() : from.usdPerMonth());
  }

  /** Dollars saved per hour that both are billed for. */
  public BigDecimal usdPerHour() {
    return from.usdPerHour().subtract(to.usdPerHour());
  }

  /** The same for 24 hours. */
  public BigDecimal usdPerDay() {
    return usdPerHour().multiply(HOURS_PER_DAY);
  }

  public BigDecimal usdPerMonth() {
    return from.usdPerMonth().subtract(to.usdPerMonth());
  }

  /** Whether an hour, a day and a month tell the same: both bills are for the same hours. */
  public boolean isTheSameEveryHour() {
    return !isOfRun() && from.isForTheHoursOf(to);
  }
}
