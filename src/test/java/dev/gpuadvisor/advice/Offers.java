package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Stock;
import dev.gpuadvisor.catalog.Supply;
import java.math.BigDecimal;
import java.util.List;
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
