package dev.gpuadvisor.money;

import java.math.BigDecimal;

/** What changing from one bill to another saves; negative where it costs more. */
public record Saving(Bill from, Bill to) {

  private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);

  /** Whether the month costs no more. */
  public boolean saves() {
    return usdPerMonth().signum() >= 0;
  }

  /** Of the bill now, to one decimal. */
  public BigDecimal percent() {
    return Percent.of(usdPerMonth(), from.usdPerMonth());
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
    return from.isForTheHoursOf(to);
  }
}
