package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.List;
import java.util.Optional;

/**
 * The offers that somebody wants to see.
 *
 * @param lists that they stand in
 * @param usage that their month is worked out for
 */
public record OfferList(List<Offer> offers, List<PriceList> lists, Usage usage) {

  static Optional<OfferList> read(Inputs inputs) {
    List<PriceList> lists = ProviderName.priceLists(inputs);
    Supply least = inputs.one(RentingParameters.MIN_SUPPLY).orElse(Supply.UNKNOWN);
    List<Offer> offers =
        lists.stream()
            .flatMap(list -> list.offers().stream())
            .filter(offer -> least == Supply.UNKNOWN || offer.supply().atLeast(least))
            .toList();
    return Optional.of(new OfferList(offers, lists, usage(inputs)));
  }

  static Usage usage(Inputs inputs) {
    return inputs.one(RentingParameters.HOURS_PER_MONTH).map(Usage::of).orElseGet(Usage::always);
  }
}
