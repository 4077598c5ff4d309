package dev.gpuadvisor.money;

import dev.gpuadvisor.catalog.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount for time.
 *
 * @param perHour the truth that the others follow from, in dollars, exactly: most lists print the
 *     price of an hour, and 3600 times that of a second is exact too
 */
public record Price(BigDecimal perHour) implements Comparable<Price> {

  /** A year of 8760 hours in twelve parts. */
  public static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final int DECIMALS_OF_A_SECOND = 12;

  /** 3600 is 9 times 400: what 9 divides takes so many decimals more. */
  private static final int DIVIDED_BY_400 = 4;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Price {
    if (perHour.signum() <= 0) {
      throw new IllegalArgumentException("perHour: " + perHour);
    }
  }

  /** Of one unit. */
  public static Price of(Offer offer) {
    return new Price(offer.usdPerHour());
  }

  public static Price perSecond(BigDecimal usd) {
    return new Price(usd.multiply(SECONDS_PER_HOUR));
  }

  /** Exact where the decimals end, as 0.684/3600 does; 0.80/3600 is rounded to 12 of them. */
  public BigDecimal perSecond() {
    int decimals = Math.max(DECIMALS_OF_A_SECOND, perHour.scale() + DIVIDED_BY_400);
    BigDecimal exact = perHour.divide(SECONDS_PER_HOUR, decimals, RoundingMode.DOWN);
    return exact.multiply(SECONDS_PER_HOUR).compareTo(perHour) == 0
        ? exact.stripTrailingZeros()
        : perHour.divide(SECONDS_PER_HOUR, DECIMALS_OF_A_SECOND, RoundingMode.HALF_UP);
  }

  public BigDecimal perMonth(BigDecimal hours) {
    return perHour.multiply(hours);
  }

  /** How much dearer this is than another, in percent to one decimal; negative where cheaper. */
  public BigDecimal percentAbove(Price other) {
    return percentOf(perHour.subtract(other.perHour), other.perHour);
  }

  /**
   * Whether this is at most so many percent dearer, from exact prices and not from rounded ones.
   */
  public boolean isAtMostAbove(Price other, int percent) {
    BigDecimal limit = other.perHour.multiply(BigDecimal.valueOf(100L + percent));
    return perHour.multiply(HUNDRED).compareTo(limit) <= 0;
  }

  /**
   * What a million tokens cost at so many a second. As rough as the speed is: three digits, and no
   * need for decimal arithmetic.
   */
  public BigDecimal perMillionTokens(double tokensPerSecond) {
    double usd = perHour.doubleValue() / 3600 * 1e6 / tokensPerSecond;
    int scale = 2 - (int) Math.floor(Math.log10(usd));
    return BigDecimal.valueOf(Math.round(usd * Math.pow(10, scale)), scale);
  }

  /** To one decimal, from exact amounts. */
  public static BigDecimal percentOf(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Price other) {
    return perHour.compareTo(other.perHour);
  }
}
