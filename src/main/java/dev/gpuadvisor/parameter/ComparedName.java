package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.Compared;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.util.Optional;
import java.util.stream.Stream;

/** An offer to be compared, or a card for its cheapest offer; {@code 8x 4090} is of so many. */
record ComparedName() implements LimitedText<Compared> {

  private static final OfferName OFFER = new OfferName(true);

  @Override
  public Parsed<Compared> parseObject(Optional<ConfigFields> object, Vocabulary in) {
    return OFFER.parseObject(object, in).map(offer -> new Compared(offer, Optional.empty()));
  }

  @Override
  public Parsed<Compared> read(String text, Vocabulary in) {
    return OFFER.read(text, in).map(offer -> new Compared(offer, units(offer, text, in)));
  }

  /** Empty where the name says no number of cards, or one that no units of the offer come to. */
  private static Optional<Integer> units(Offer offer, String text, Vocabulary in) {
    if (in.catalog().offers().find(text).isPresent()) {
      return Optional.empty();
    }
    return Stream.concat(Stream.of(text), ProvidedName.of(text, in).map(ProvidedName::rest))
        .flatMap(name -> CardsWantedName.all(in.lexicon().cards(name)).stream())
        .flatMap(cards -> cards.gpus().stream())
        .filter(gpus -> OfferName.canBe(offer, gpus))
        .map(gpus -> gpus / offer.gpus())
        .findFirst();
  }

  @Override
  public Shape shape(Vocabulary in) {
    return OFFER.shape(in);
  }

  @Override
  public String example() {
    return OFFER.example();
  }
}
