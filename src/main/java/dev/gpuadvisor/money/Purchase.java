package dev.gpuadvisor.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Hardware of one's own: what it costs to buy, spread evenly over the years that it is used, and
 * the electricity that it takes all the time. Nothing is counted for a room, a network, people or
 * what it can be sold for.
 *
 * @param usd 0 for what one has already
 * @param years of use
 * @param watts that it takes, cooling included
 */
public record Purchase(BigDecimal usd, BigDecimal years, BigDecimal watts, BigDecimal usdPerKwh) {

  private static final BigDecimal HOURS_OF_A_YEAR = BigDecimal.valueOf(8760);
  private static final BigDecimal WATTS_PER_KILOWATT = BigDecimal.valueOf(1000);

  /** So that a hundred machines are right to the cent after a month. */
  private static final int DECIMALS = 9;

  /** Of an hour, day and night. */
  public Price price() {
    BigDecimal bought = usd.divide(years.multiply(HOURS_OF_A_YEAR), DECIMALS, RoundingMode.HALF_UP);
    BigDecimal power = watts.multiply(usdPerKwh).divide(WATTS_PER_KILOWATT);
    return new Price(bought.add(power));
  }
}
