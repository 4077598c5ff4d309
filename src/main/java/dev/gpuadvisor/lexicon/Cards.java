package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Card;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cards of one kind, as people name them.
 *
 * @param gpus how many; empty where the name does not say
 */
public record Cards(Card card, Optional<Integer> gpus) {

  private static final Set<String> BETWEEN = Set.of("+", "and", "et", "plus", "&", "with", "avec");

  /**
   * Whether the word puts one card beside another in one machine. A slash does not: it stands in
   * names of offers.
   */
  public static boolean isBetween(String word) {
    return BETWEEN.contains(word.toLowerCase(Locale.ROOT));
  }
}
