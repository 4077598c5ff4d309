package dev.gpuadvisor.csv;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.money.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Offers, a row each. */
public final class OfferTable {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "provider",
          "market",
          "region",
          "cards",
          "gpus",
          "max_units",
          "nominal_gb",
          "usable_gib",
          "usd_per_hour",
          "usd_per_month",
          "billing",
          "scales_to_zero",
          "supply",
          "supply_as_of",
          "tier",
          "as_of",
          "source");

  private OfferTable() {}

  /**
   * @param lists that the offers stand in
   * @param usage that their month is worked out for
   * @param exchange of the currency that prices are told in besides
   */
  public static byte[] bytes(
      List<Offer> offers, List<PriceList> lists, Usage usage, Optional<Exchange> exchange) {
    Map<String, PriceList> byProvider = new HashMap<>();
    lists.forEach(list -> byProvider.put(list.provider(), list));
    Csv csv = new Csv(Rates.columns(COLUMNS, exchange));
    for (Offer offer : offers) {
      PriceList list = byProvider.get(offer.provider());
      Bill bill = Bill.of(offer, usage);
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  offer.id(),
                  offer.provider(),
                  offer.sale().market(),
                  offer.sale().regionName(),
                  offer.cards().stream().map(Card::id).collect(Collectors.joining(" ")),
                  offer.gpus(),
                  offer.maxUnits(),
                  offer.nominalGb(),
                  Csv.gib(offer.worstCard().reportedBytes() * offer.gpus()),
                  bill.usdPerHour(),
                  bill.usdPerMonth(),
                  offer.terms().billing(),
                  offer.terms().scalesToZero(),
                  offer.supply(),
                  offer.stock().asOf(),
                  offer.tier(),
                  offer.asOf().orElse(list.asOf()),
                  list.source()));
      exchange.ifPresent(rate -> Rates.add(cells, rate, bill));
      csv.row(cells.toArray());
    }
    return csv.bytes();
  }
}
