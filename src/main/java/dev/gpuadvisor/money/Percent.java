package dev.gpuadvisor.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts held against others. */
public final class Percent {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percent() {}

  /** To one decimal, from exact amounts; 0 of nothing. */
  public static BigDecimal of(BigDecimal part, BigDecimal whole) {
    if (whole.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
  }

  /** Whether an amount is at most so many percent more than another. */
  static boolean isAtMostAbove(BigDecimal amount, BigDecimal other, int percent) {
    BigDecimal limit = other.multiply(BigDecimal.valueOf(100L + percent));
    return amount.multiply(HUNDRED).compareTo(limit) <= 0;
  }
}
