package dev.gpuadvisor.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What another currency is worth, as the caller says: no rate is known here.
 *
 * @param currency ISO 4217, {@code EUR}
 * @param usdPerUnit dollars for one of it
 */
public record Exchange(String currency, BigDecimal usdPerUnit) {

  private static final int DECIMALS = 6;
  private static final int CENTS = 2;

  public Exchange {
    if (usdPerUnit.signum() <= 0) {
      throw new IllegalArgumentException("usdPerUnit: " + usdPerUnit);
    }
  }

  /** In this currency, as exact as prices of an hour are read. */
  public BigDecimal of(BigDecimal usd) {
    return usd.divide(usdPerUnit, DECIMALS, RoundingMode.HALF_UP);
  }

  /** In this currency, to the cent. */
  public BigDecimal cents(BigDecimal usd) {
    return usd.divide(usdPerUnit, CENTS, RoundingMode.HALF_UP);
  }
}
