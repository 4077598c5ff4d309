package dev.gpuadvisor.money;

import dev.gpuadvisor.catalog.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What time is billed, for a worker that has so much to do: all of a month, or its work with what
 * each start adds, in steps of what the provider charges.
 *
 * @param terms empty where nobody says: then seconds are billed as they pass
 */
record BilledTime(Optional<Terms> terms, Usage usage) {

  static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final int DECIMALS = 6;

  /** Lists print at most six, of an hour or of a second: only divisions have as many. */
  private static final int MANY_DECIMALS = 10;

  /** A month of 31 days has more hours than the usual one; who works in them pays for them. */
  BigDecimal hoursOfTheMonth() {
    return usage.hoursPerMonth().max(Usage.HOURS_OF_A_MONTH);
  }

  /**
   * What all of a month costs. An hour's share of what is paid by the month or the year has
   * decimals without an end.
   */
  BigDecimal allMonth(BigDecimal usdPerHour) {
    BigDecimal usd = usdPerHour.multiply(hoursOfTheMonth());
    return usd.scale() < MANY_DECIMALS ? usd : usd.setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** What is billed of an amount of work, to six decimals where starts are to be added. */
  BigDecimal withStarts(BigDecimal amount) {
    BigDecimal seconds = billedSecondsPerHour();
    return seconds.compareTo(SECONDS_PER_HOUR) == 0
        ? amount
        : amount.multiply(seconds).divide(SECONDS_PER_HOUR, DECIMALS, RoundingMode.HALF_UP);
  }

  /** Of one hour of work, where the worker scales to zero. */
  BigDecimal billedSecondsPerHour() {
    BigDecimal starts = usage.startsPerHour();
    BigDecimal seconds = SECONDS_PER_HOUR.add(starts.multiply(usage.secondsPerStart()));
    return starts.signum() == 0 || terms.isEmpty()
        ? seconds
        : charged(seconds, terms.get(), starts);
  }

  /**
   * Each run in steps of what is charged, and no less than the minimum. Seconds are not rounded: a
   * second is less than what is known of a run.
   *
   * @param seconds of all runs
   */
  private static BigDecimal charged(BigDecimal seconds, Terms terms, BigDecimal runs) {
    BigDecimal step = runs.multiply(BigDecimal.valueOf(terms.billing().seconds()));
    BigDecimal rounded =
        terms.billing().seconds() == 1
            ? seconds
            : seconds.divide(step, 0, RoundingMode.CEILING).multiply(step);
    return rounded.max(runs.multiply(BigDecimal.valueOf(terms.minimumSeconds())));
  }

  /** Of a run of so many hours that ends by itself. */
  BigDecimal hoursOfRun(BigDecimal hours) {
    BigDecimal seconds = hours.multiply(SECONDS_PER_HOUR).add(usage.startupSeconds());
    BigDecimal charged =
        terms.map(known -> charged(seconds, known, BigDecimal.ONE)).orElse(seconds);
    return charged.divide(SECONDS_PER_HOUR, DECIMALS, RoundingMode.HALF_UP);
  }
}
