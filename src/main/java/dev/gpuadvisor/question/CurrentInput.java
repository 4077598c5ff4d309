package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What runs today: an offer at its listed price or at another one, a card at a price, a price. */
final class CurrentInput {

  private static final int MOST_OFFERS_NAMED = 3;

  private CurrentInput() {}

  static Optional<Current> read(Inputs inputs) {
    Optional<Rented> rented = inputs.one(RentingParameters.CURRENT);
    Optional<BigDecimal> price =
        inputs
            .one(RentingParameters.CURRENT_PRICE_PER_HOUR)
            .or(() -> rented.flatMap(Rented::knownOffer).map(Offer::usdPerHour));
    if (rented.isPresent() && price.isEmpty()) {
      refuseWithoutPrice(inputs, rented.get());
    }
    return price.map(usdPerHour -> new Current(rented, usdPerHour));
  }

  /** Several providers have the card, each at a price of its own: none of them is guessed. */
  private static void refuseWithoutPrice(Inputs inputs, Rented card) {
    if (inputs.isGiven(RentingParameters.CURRENT_PRICE_PER_HOUR)) {
      return; // its own fault is named already
    }
    List<String> offers = offersWith(inputs, card.cards().get(0));
    String written = Fault.shown(inputs.text(RentingParameters.CURRENT));
    Message detail =
        offers.isEmpty()
            ? Msg.Fault.priceOfCard(written)
            : Msg.Fault.priceOfOfferedCard(written, offers);
    inputs.fault(RentingParameters.CURRENT_PRICE_PER_HOUR, detail);
  }

  private static List<String> offersWith(Inputs inputs, Card card) {
    return inputs.catalog().offers().all().stream()
        .filter(offer -> offer.gpus() == 1 && offer.cards().equals(List.of(card)))
        .map(Offer::id)
        .limit(MOST_OFFERS_NAMED)
        .toList();
  }
}
