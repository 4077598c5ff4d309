package dev.gpuadvisor.advice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount for time, exactly: the price of a second is the truth, the others are multiples. */
public record Price(BigDecimal usdPerSecond) implements Comparable<Price> {

  /** A year of 8760 hours in twelve parts. */
  public static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Price {
    if (usdPerSecond.signum() <= 0) {
      throw new IllegalArgumentException("usdPerSecond: " + usdPerSecond);
    }
  }

  public BigDecimal perHour() {
    return usdPerSecond.multiply(SECONDS_PER_HOUR);
  }

  public BigDecimal perMonth(BigDecimal hours) {
    return perHour().multiply(hours);
  }

  /** How much dearer this is than another, in percent to one decimal; negative where cheaper. */
  public BigDecimal percentAbove(Price other) {
    return percentOf(usdPerSecond.subtract(other.usdPerSecond), other.usdPerSecond);
  }

  /**
   * Whether this is at most so many percent dearer, from exact prices and not from rounded ones.
   */
  boolean isAtMostAbove(Price other, int percent) {
    BigDecimal limit = other.usdPerSecond.multiply(BigDecimal.valueOf(100L + percent));
    return usdPerSecond.multiply(HUNDRED).compareTo(limit) <= 0;
  }

  /**
   * What a million tokens cost at so many a second. As rough as the speed is: three digits, and no
   * need for decimal arithmetic.
   */
  public BigDecimal perMillionTokens(double tokensPerSecond) {
    double usd = usdPerSecond.doubleValue() * 1e6 / tokensPerSecond;
    int scale = 2 - (int) Math.floor(Math.log10(usd));
    return BigDecimal.valueOf(Math.round(usd * Math.pow(10, scale)), scale);
  }

  /** To one decimal, from exact amounts. */
  public static BigDecimal percentOf(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Price other) {
    return usdPerSecond.compareTo(other.usdPerSecond);
  }
}
