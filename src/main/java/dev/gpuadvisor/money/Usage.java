package dev.gpuadvisor.money;

import java.math.BigDecimal;

/**
 * How much a worker has to do. What that costs only a {@link Bill} knows.
 *
 * @param hoursPerMonth of work in a month
 * @param startsPerHour starts per hour of work of a worker that scales to zero
 * @param startupSeconds billed before each start can work: the model is loaded
 * @param idleSeconds billed after the work, before the worker is stopped
 */
public record Usage(
    BigDecimal hoursPerMonth,
    BigDecimal startsPerHour,
    BigDecimal startupSeconds,
    BigDecimal idleSeconds) {

  /** A year of 8760 hours in twelve parts. */
  public static final BigDecimal HOURS_OF_A_MONTH = BigDecimal.valueOf(730);

  public Usage {
    requireNot(hoursPerMonth.signum() <= 0, "hoursPerMonth", hoursPerMonth);
    requireNot(startsPerHour.signum() < 0, "startsPerHour", startsPerHour);
    requireNot(startupSeconds.signum() < 0, "startupSeconds", startupSeconds);
    requireNot(idleSeconds.signum() < 0, "idleSeconds", idleSeconds);
  }

  private static void requireNot(boolean wrong, String name, BigDecimal value) {
    if (wrong) {
      throw new IllegalArgumentException(name + ": " + value);
    }
  }

  /** All day and all night: nothing starts, nothing idles. */
  public static Usage always() {
    return of(HOURS_OF_A_MONTH);
  }

  /** So many hours of work, with nothing counted for starts. */
  public static Usage of(BigDecimal hoursPerMonth) {
    return new Usage(hoursPerMonth, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /** Seconds that are billed at each start without any work. */
  public BigDecimal secondsPerStart() {
    return startupSeconds.add(idleSeconds);
  }
}
