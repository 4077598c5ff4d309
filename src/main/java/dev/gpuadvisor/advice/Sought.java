package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Whereabouts;
import dev.gpuadvisor.money.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * How offers are looked for, besides whose they are.
 *
 * @param where they are to be rented
 * @param cards that alone are to be rented, by their ids; empty for whoever takes any
 * @param otherCards whether those alone are not to be rented
 * @param exchange what another currency is worth, where prices are to be told in it too
 */
public record Sought(
    Whereabouts where, List<String> cards, boolean otherCards, Optional<Exchange> exchange) {

  /** Anywhere, in dollars. */
  public static final Sought USUAL =
      new Sought(Whereabouts.ANYWHERE, List.of(), false, Optional.empty());

  public Sought {
    cards = List.copyOf(cards);
  }
}
