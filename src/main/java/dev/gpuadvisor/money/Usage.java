package dev.gpuadvisor.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much a worker has to do.
 *
 * @param hoursPerMonth of work in a month
 * @param startsPerHour how often a worker that scales to zero starts in an hour of work
 * @param startupSeconds billed before each start can work: the model is loaded
 * @param idleSeconds billed after the work, before the worker is stopped
 */
public record Usage(
    BigDecimal hoursPerMonth,
    BigDecimal startsPerHour,
    BigDecimal startupSeconds,
    BigDecimal idleSeconds) {

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final int DECIMALS = 6;

  /** All day and all night: nothing starts, nothing idles. */
  public static Usage always() {
    return of(Price.HOURS_PER_MONTH);
  }

  public static Usage of(BigDecimal hoursPerMonth) {
    return new Usage(hoursPerMonth, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /** Seconds that are billed at each start without any work. */
  public BigDecimal secondsPerStart() {
    return startupSeconds.add(idleSeconds);
  }

  /** Seconds that are billed for an hour of work where the worker scales to zero. */
  BigDecimal billedSecondsPerHour() {
    return SECONDS_PER_HOUR.add(startsPerHour.multiply(secondsPerStart()));
  }

  /** Where the worker scales to zero; to six decimals where starts make it no round number. */
  public BigDecimal billedHours() {
    return billed(hoursPerMonth);
  }

  /** What a month costs where the worker scales to zero. */
  public BigDecimal usdPerMonth(BigDecimal usdPerHour) {
    return billed(usdPerHour.multiply(hoursPerMonth));
  }

  /**
   * Hours of work in a month at which a worker that scales to zero costs the same as a month, to
   * one decimal.
   */
  public BigDecimal hoursFor(BigDecimal usdPerMonth, BigDecimal usdPerHour) {
    BigDecimal usdPerWorkingHour = usdPerHour.multiply(billedSecondsPerHour());
    return usdPerMonth
        .multiply(SECONDS_PER_HOUR)
        .divide(usdPerWorkingHour, 1, RoundingMode.HALF_UP);
  }

  private BigDecimal billed(BigDecimal amount) {
    return secondsPerStart().signum() == 0 || startsPerHour.signum() == 0
        ? amount
        : amount
            .multiply(billedSecondsPerHour())
            .divide(SECONDS_PER_HOUR, DECIMALS, RoundingMode.HALF_UP);
  }
}
