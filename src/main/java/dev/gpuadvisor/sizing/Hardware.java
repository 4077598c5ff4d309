package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Card;
import java.util.List;

/**
 * GPUs that work together.
 *
 * @param cards the cards each of them may turn out to be; never empty
 * @param gpus how many there are
 */
public record Hardware(List<Card> cards, int gpus) {

  public static final int MAX_GPUS = 16;

  public Hardware {
    if (cards.isEmpty()) {
      throw new IllegalArgumentException("no cards");
    }
    if (gpus < 1) {
      throw new IllegalArgumentException("gpus: " + gpus);
    }
  }

  /** The card with the least memory: whoever rents a pool may get it. */
  public Card worstCard() {
    return Card.withLeastMemory(cards);
  }

  /** By one card of a pool: these records are map keys on the hot path. */
  @Override
  public int hashCode() {
    return 31 * cards.get(0).hashCode() + gpus;
  }
}
