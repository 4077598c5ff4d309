package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.PriceList;
import java.util.Optional;

/** On which markets to look. */
public enum MarketChoice {
  ON_DEMAND(Market.ON_DEMAND),
  SPOT(Market.SPOT),
  RESERVED(Market.RESERVED),
  ANY;

  private final Optional<Market> market;

  MarketChoice(Market market) {
    this.market = Optional.of(market);
  }

  MarketChoice() {
    this.market = Optional.empty();
  }

  /** What of a list is sold there. */
  PriceList of(PriceList list) {
    return market.map(list::on).orElse(list);
  }
}
