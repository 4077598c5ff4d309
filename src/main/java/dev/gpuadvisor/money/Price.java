package dev.gpuadvisor.money;

import dev.gpuadvisor.catalog.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount for time. What a month costs says a {@link Bill}. Nothing to rent is for nothing; what
 * somebody owns may be.
 *
 * @param perHour the truth that the others follow from, in dollars, exactly: most lists print the
 *     price of an hour, and 3600 times that of a second is exact too
 */
public record Price(BigDecimal perHour) implements Comparable<Price> {

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final int DECIMALS_OF_A_SECOND = 12;

  /** 3600 = 9 × 400: a price that 9 divides needs at most 4 more decimals. */
  private static final int DIVIDED_BY_400 = 4;

  public Price {
    if (perHour.signum() < 0) {
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

  /** How much more this is than another, in percent to one decimal; negative where less. */
  public BigDecimal percentAbove(Price other) {
    return Percent.of(perHour.subtract(other.perHour), other.perHour);
  }

  @Override
  public int compareTo(Price other) {
    return perHour.compareTo(other.perHour);
  }

  /** A price per second may have ten decimals; of a month nobody reads more than cents. */
  public static BigDecimal cents(BigDecimal usd) {
    return usd.setScale(2, RoundingMode.HALF_UP);
  }
}
