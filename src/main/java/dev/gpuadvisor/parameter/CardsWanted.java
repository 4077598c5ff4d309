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

  boolean has(Card card) {
    return ids.contains(card.id());
  }

  /** Whether an offer has one of them, or may turn out to have it. */
  public boolean isIn(Offer offer) {
    return offer.cards().stream().anyMatch(this::has)
        && gpus.map(number -> offer.gpus() == number).orElse(true);
  }
}
