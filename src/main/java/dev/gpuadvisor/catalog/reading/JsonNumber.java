package dev.gpuadvisor.catalog.reading;

import java.math.BigDecimal;

/**
 * A number of JSON as it was written.
 *
 * @param whole whether without decimals and exponent
 */
record JsonNumber(BigDecimal value, boolean whole) {

  private static final int DIGITS_OF_A_LONG = 18;

  /** Whether a long holds it. */
  boolean fits() {
    return value.precision() <= DIGITS_OF_A_LONG;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
