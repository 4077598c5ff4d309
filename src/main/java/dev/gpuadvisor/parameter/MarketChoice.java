package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Market;

/** On which markets to look. */
public enum MarketChoice {
  ON_DEMAND,
  SPOT,
  RESERVED,
  ANY;

  boolean covers(Market market) {
    return this == ANY || name().equals(market.name());
  }
}
