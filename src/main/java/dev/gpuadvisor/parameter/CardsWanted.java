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
 * @param excluded whether every other card is meant
 */
public record CardsWanted(List<String> ids, Optional<Integer> gpus, boolean excluded) {

  public CardsWanted {
    ids = List.copyOf(ids);
  }

  CardsWanted(List<String> ids, Optional<Integer> gpus) {
    this(ids, gpus, false);
  }

  /** Every other card; how many of those in a unit nobody said. */
  CardsWanted others() {
    return new CardsWanted(ids, Optional.empty(), true);
  }

  /** Any of several, however many, and none that is excluded; empty where there are none. */
  static Optional<CardsWanted> any(List<CardsWanted> several) {
    List<String> excluded = ids(several, true);
    List<String> wanted = ids(several, false);
    if (wanted.isEmpty()) {
      return excluded.isEmpty()
          ? Optional.empty()
          : Optional.of(new CardsWanted(excluded, Optional.empty(), true));
    }
    List<String> left = wanted.stream().filter(id -> !excluded.contains(id)).toList();
    return Optional.of(new CardsWanted(left, Optional.empty()));
  }

  private static List<String> ids(List<CardsWanted> several, boolean excluded) {
    return several.stream()
        .filter(wanted -> wanted.excluded == excluded)
        .flatMap(wanted -> wanted.ids.stream())
        .distinct()
        .toList();
  }

  boolean has(Card card) {
    return excluded != ids.contains(card.id());
  }

  /** Whether an offer has one of them for certain, however many it has. */
  boolean isAllOf(Offer offer) {
    return offer.cards().stream().allMatch(this::has);
  }

  /** Whether an offer has one of them, or may turn out to have it. */
  public boolean isIn(Offer offer) {
    boolean has = excluded ? isAllOf(offer) : offer.cards().stream().anyMatch(this::has);
    return has && gpus.map(number -> offer.gpus() == number).orElse(true);
  }
}
