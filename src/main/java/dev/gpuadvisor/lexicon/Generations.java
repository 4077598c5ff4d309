package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.NameIndex;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Cards by what many of them have in common: {@code hopper}, {@code AMD GPUs}. */
record Generations(NameIndex<Card> cards) {

  private static final Set<String> AROUND =
      Set.of("gpu", "gpus", "card", "cards", "based", "generation", "gen", "architecture");

  /** Every whole card of a generation or a maker; none where the name is no such. */
  List<String> of(String text) {
    String name =
        Spelling.words(text).stream()
            .filter(word -> !AROUND.contains(word))
            .collect(Collectors.joining(" "));
    return cards.all().stream()
        .filter(card -> !name.isEmpty() && isOf(name, card) && CardEntry.of(card).isWhole())
        .map(Card::id)
        .toList();
  }

  /** {@code ada} of Ada Lovelace. */
  private static boolean isOf(String name, Card card) {
    String architecture = card.architecture().toLowerCase(Locale.ROOT) + " ";
    return architecture.startsWith(name + " ") || card.vendor().name().equalsIgnoreCase(name);
  }
}
