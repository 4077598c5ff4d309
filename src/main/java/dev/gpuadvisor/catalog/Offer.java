package dev.gpuadvisor.catalog;

import java.math.BigDecimal;
import java.util.List;

/**
 * A thing to rent. A pool names several cards, any of which a worker may get.
 *
 * @param id the provider's name for it, {@code AMPERE_24}
 * @param cards the cards it may turn out to be; never empty
 * @param gpus GPUs in one unit
 * @param maxUnits how many units one worker can have
 * @param nominalGb memory of one unit as the provider labels it
 * @param usdPerSecond price of one unit; the truth that every other price is derived from
 */
public record Offer(
    String id,
    String provider,
    List<Card> cards,
    int gpus,
    int maxUnits,
    int nominalGb,
    BigDecimal usdPerSecond,
    Billing billing,
    Supply supply,
    Tier tier,
    Provenance provenance) {

  public Offer {
    cards = List.copyOf(cards);
    if (cards.isEmpty()) {
      throw new IllegalArgumentException("cards must not be empty: " + id);
    }
    if (usdPerSecond.signum() <= 0) {
      throw new IllegalArgumentException("usdPerSecond must be above 0: " + id);
    }
  }

  /** The card with the least memory: whoever rents the pool may get it. */
  public Card worstCard() {
    return Card.withLeastMemory(cards);
  }

  public boolean isMixedPool() {
    return cards.size() > 1;
  }

  /** Names an entry well enough: it is looked up by it in the middle of every answer. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
