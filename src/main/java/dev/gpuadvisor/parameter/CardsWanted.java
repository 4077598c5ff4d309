package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import java.util.List;
import java.util.Optional;

/**
 * Cards that somebody looks for: all that a name may mean.
 *
 * @param ids of the cards
 * @param gpus how many in one unit; empty where nobody says
 */
public record CardsWanted(List<String> ids, Optional<Integer> gpus) {

  public CardsWanted {
    ids = List.copyOf(ids);
  }

  /** Any of several, however many; empty where there are none. */
  static Optional<CardsWanted> any(List<CardsWanted> several) {
    List<String> ids =
        several.stream().flatMap(wanted -> wanted.ids().stream()).distinct().toList();
    return ids.isEmpty() ? Optional.empty() : Optional.of(new CardsWanted(ids, Optional.empty()));
  }

  boolean has(Card card) {
    return ids.contains(card.id());
  }

  /** Whether an offer has one of them for certain, however many it has. */
  boolean isAllOf(Offer offer) {
    return offer.cards().stream().allMatch(this::has);
  }

  /** Whether an offer has one of them, or may turn out to have it. */
  public boolean isIn(Offer offer) {
    return offer.cards().stream().anyMatch(this::has)
        && gpus.map(number -> offer.gpus() == number).orElse(true);
  }
}
