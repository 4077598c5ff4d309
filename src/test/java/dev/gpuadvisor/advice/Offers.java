package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Provenance;
import dev.gpuadvisor.catalog.Sale;
import dev.gpuadvisor.catalog.Stock;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.catalog.Tier;
import dev.gpuadvisor.sizing.Workloads;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Offers of the catalogue with something else about them. */
final class Offers {

  private Offers() {}

  static Offer at(BigDecimal usdPerHour, Offer offer) {
    return of(offer, offer.gpus(), usdPerHour, offer.supply());
  }

  static Offer supplied(Supply supply, Offer offer) {
    return of(offer, offer.gpus(), offer.usdPerHour(), supply);
  }

  static Offer ofGpus(int gpus, Offer offer) {
    return of(offer, gpus, offer.usdPerHour(), offer.supply());
  }

  /** One GPU of a card, by the name of the card; of the caller's own it may cost nothing. */
  static Offer of(String card, String usdPerHour, Supply supply) {
    Card found = Workloads.CATALOG.cards().find(card).orElseThrow();
    return new Offer(
        card,
        PriceList.OWN,
        List.of(found),
        1,
        1,
        found.nominalGb(),
        new BigDecimal(usdPerHour),
        new Terms(Billing.PER_SECOND, false),
        Stock.of(supply),
        Tier.STANDARD,
        Sale.ON_DEMAND,
        Optional.empty(),
        new Provenance(List.of(), List.of(), ""));
  }

  /** Changes the one offer of that name. */
  static UnaryOperator<List<Offer>> changing(String id, UnaryOperator<Offer> change) {
    return offers ->
        offers.stream().map(each -> each.id().equals(id) ? change.apply(each) : each).toList();
  }

  /** One more of the kind. */
  static Offer copy(String id, String provider, BigDecimal usdPerHour, Offer offer) {
    return of(id, provider, offer, offer.gpus(), usdPerHour, offer.stock());
  }

  private static Offer of(Offer offer, int gpus, BigDecimal usdPerHour, Supply supply) {
    return of(offer.id(), offer.provider(), offer, gpus, usdPerHour, Stock.of(supply));
  }

  private static Offer of(
      String id, String provider, Offer offer, int gpus, BigDecimal usdPerHour, Stock stock) {
    return new Offer(
        id,
        provider,
        offer.cards(),
        gpus,
        offer.maxUnits(),
        offer.nominalGb() / offer.gpus() * gpus,
        usdPerHour,
        offer.terms(),
        stock,
        offer.tier(),
        offer.sale(),
        offer.asOf(),
        offer.provenance());
  }
}
