package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Card;

/**
 * An instance of a cloud of which the catalogue has no price: still known for what it holds.
 *
 * @param id the provider's name for it, {@code g5.12xlarge}
 * @param provider {@code aws}, {@code gcp}, {@code azure}
 * @param gpus of this card
 */
public record Machine(String id, String provider, Card card, int gpus) {}
