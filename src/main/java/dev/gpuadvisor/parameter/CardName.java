package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Vendor;
import dev.gpuadvisor.lexicon.Cards;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A card by any of its names, several of it, or those of an offer or an instance: how many is a
 * parameter of its own.
 */
record CardName() implements LimitedText<Card> {

  @Override
  public Parsed<Card> read(String text, Vocabulary in) {
    Parsed<Card> parsed =
        new Names<>(text, cards(text, in), Msg.Fault::unknownCard)
            .parsed(Cards::card, CardName::written, CardName::count);
    return parsed instanceof Parsed.Value<Card> value && value.value().vendor() == Vendor.AMD
        ? untried(value)
        : parsed;
  }

  /** What was never measured is answered with a wide range, and said. */
  private static Parsed<Card> untried(Parsed.Value<Card> value) {
    Card card = value.value();
    String meant = value.meant().isEmpty() ? card.id() : value.meant();
    return new Parsed.Value<>(
        card, meant, Optional.of(Msg.ReadAs.untried(card.name())), value.implied());
  }

  private static Reading<Cards> cards(String text, Vocabulary in) {
    Optional<Offer> offer = in.catalog().offers().find(text);
    return offer.isPresent()
        ? new Reading.Taken<>(
            new Cards(offer.get().worstCard(), Optional.of(offer.get().gpus())),
            Reading.Why.OTHER_NAME,
            List.of())
        : in.lexicon().cards(text);
  }

  private static String written(Cards cards) {
    return cards.card().id() + cards.gpus().map(gpus -> ", gpus=" + gpus).orElse("");
  }

  private static Map<String, String> count(Cards cards) {
    return cards.gpus().map(gpus -> Map.of("gpus", Integer.toString(gpus))).orElse(Map.of());
  }

  @Override
  public String example() {
    return "A100 80GB";
  }

  @Override
  public List<Named> offered(Vocabulary in) {
    return in.catalog().cards().all().stream()
        .map(card -> new Named(card.id(), card.name()))
        .toList();
  }
}
