package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Card;
import java.util.Optional;

/**
 * Cards of one kind, as people name them.
 *
 * @param gpus how many; empty where the name does not say
 */
public record Cards(Card card, Optional<Integer> gpus) {}
