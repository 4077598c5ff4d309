package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import java.util.Optional;

/**
 * One offer.
 *
 * @param list that it stands in
 * @param usage that its month is worked out for
 * @param exchange what another currency is worth, where prices are to be told in it too
 */
public record OfferQuestion(Offer offer, PriceList list, Usage usage, Optional<Exchange> exchange) {

  static Optional<OfferQuestion> read(Inputs inputs) {
    return inputs
        .one(LookupParameters.OFFER_ID)
        .map(
            offer ->
                new OfferQuestion(
                    offer,
                    inputs.catalog().priceLists().find(offer.provider()).orElseThrow(),
                    OfferList.usage(inputs),
                    inputs.exchange()));
  }
}
