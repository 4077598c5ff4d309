package dev.gpuadvisor.catalogueimport;

import dev.gpuadvisor.catalog.Supply;
import java.math.BigDecimal;

/**
 * What an answer says of one thing to rent.
 *
 * @param key the provider's name for it, with market and region where the price depends on them;
 *     the mapping file says which of our offers that is
 * @param perHour price of one unit; null where the answer has none, as for what is not offered
 * @param currency as the answer writes it, {@code USD}
 * @param supply stock that the answer shows, {@link Supply#UNKNOWN} where it shows none
 */
public record Quote(String key, BigDecimal perHour, String currency, Supply supply) {

  static final String USD = "USD";

  public static Quote usd(String key, BigDecimal perHour, Supply supply) {
    return new Quote(key, perHour, USD, supply);
  }

  public static Quote usd(String key, BigDecimal perHour) {
    return usd(key, perHour, Supply.UNKNOWN);
  }
}
