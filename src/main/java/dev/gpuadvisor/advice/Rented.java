package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import java.util.List;
import java.util.Optional;

/** What somebody rents: an offer, or a card of which nobody said where it is rented. */
public sealed interface Rented {

  String name();

  /** Those that it may be; never empty. */
  List<Card> cards();

  int gpus();

  Optional<Offer> knownOffer();

  /** Rented under its price list's terms. */
  record OfOffer(Offer offer) implements Rented {
    @Override
    public String name() {
      return offer.id();
    }

    @Override
    public List<Card> cards() {
      return offer.cards();
    }

    @Override
    public int gpus() {
      return offer.gpus();
    }

    @Override
    public Optional<Offer> knownOffer() {
      return Optional.of(offer);
    }
  }

  /**
   * Cards of one kind, somewhere: bare ones, or those of a machine without a known price.
   *
   * @param name what to call them
   */
  record OfCard(String name, Card card, int gpus) implements Rented {
    public OfCard(Card card) {
      this(card.id(), card, 1);
    }

    public static OfCard of(Card card, int gpus) {
      return new OfCard(gpus == 1 ? card.id() : gpus + "x " + card.id(), card, gpus);
    }

    @Override
    public List<Card> cards() {
      return List.of(card);
    }

    @Override
    public Optional<Offer> knownOffer() {
      return Optional.empty();
    }
  }
}
