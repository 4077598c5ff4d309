package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.lexicon.Cards;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.lexicon.Machine;
import dev.gpuadvisor.lexicon.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A card and the instance that is named beside it: {@code NVIDIA L4 (g2-standard-8)}, {@code 2x T4
 * on g4dn.12xlarge}.
 *
 * @param name of the instance, or of the card where that is all, or fewer than the instance has
 * @param end of the words that say so
 */
record CardInMachine(String name, int end) {

  private static final Set<String> BETWEEN = Sayings.words("on in of from sur dans de");

  /**
   * @param from where the words of the card end
   */
  static CardInMachine of(String card, List<String> words, int from, Lexicon lexicon) {
    int at = from + (Sayings.isOneOf(BETWEEN, PhraseWords.at(words, from)) ? 1 : 0);
    Reading<Cards> named = lexicon.cardsByName(card);
    Optional<Machine> machine =
        Optional.of(PhraseWords.at(words, at))
            .filter(word -> !word.isEmpty())
            .flatMap(lexicon::machine)
            .filter(its -> mayBe(its.card(), named));
    boolean fewer =
        machine.isPresent()
            && named.meaning().stream()
                .flatMap(cards -> cards.gpus().stream())
                .anyMatch(gpus -> gpus < machine.get().gpus());
    return machine.isEmpty()
        ? new CardInMachine(card, from)
        : new CardInMachine(fewer ? card : words.get(at), at + 1);
  }

  private static boolean mayBe(Card card, Reading<Cards> named) {
    return named.meaning().filter(meant -> meant.card().equals(card)).isPresent()
        || named instanceof Reading.Taken<Cards> taken && taken.others().contains(card.id());
  }
}
