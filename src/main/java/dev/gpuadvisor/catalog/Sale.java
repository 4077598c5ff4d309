package dev.gpuadvisor.catalog;

import java.util.Optional;

/**
 * On which market and where an offer is sold.
 *
 * @param months of a reservation; 0 for what can be ended at any time
 * @param region empty where the price has none
 */
public record Sale(Market market, int months, Optional<Region> region) {

  /** For as long as one likes, in no region that the price depends on. */
  public static final Sale ON_DEMAND = new Sale(Market.ON_DEMAND, 0, Optional.empty());

  public Sale {
    if (months < 0 || (months > 0) != (market == Market.RESERVED)) {
      throw new IllegalArgumentException("months belong to a reservation, and to nothing else");
    }
  }

  /** The name of its region as the provider writes it. */
  public Optional<String> regionName() {
    return region.map(Region::name);
  }
}
