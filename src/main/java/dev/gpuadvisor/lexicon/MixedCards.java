package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.lexicon.Reading.NotCovered;
import dev.gpuadvisor.lexicon.Reading.Taken;
import dev.gpuadvisor.lexicon.Reading.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Several cards that one machine has side by side: {@code 2x3090 + 4090}. */
final class MixedCards {

  private static final Comparator<Cards> WORST_FIRST =
      Comparator.comparing(
          Cards::card,
          Comparator.comparingInt(Card::nominalGb)
              .thenComparingInt(Card::bandwidthGbPerSecond)
              .thenComparingDouble(Card::fp16Tflops));

  private MixedCards() {}

  /**
   * Empty where one thing is named, or one of several is no card.
   *
   * @param each reads the name of one
   */
  static Optional<Reading<Cards>> read(String text, Function<String, Reading<Cards>> each) {
    List<String> names = names(text);
    if (names.size() < 2) {
      return Optional.empty();
    }
    List<Cards> cards = new ArrayList<>();
    for (String name : names) {
      Optional<Cards> meant = each.apply(name).meaning();
      if (meant.isEmpty()) {
        return Optional.empty();
      }
      cards.add(meant.get());
    }
    if (cards.stream().map(one -> one.card().vendor()).distinct().count() > 1) {
      return Optional.of(new NotCovered<>(Uncovered.MIXED_MAKERS, List.of()));
    }
    int gpus = cards.stream().mapToInt(one -> one.gpus().orElse(1)).sum();
    Card worst = cards.stream().min(WORST_FIRST).orElseThrow().card();
    boolean alike = cards.stream().allMatch(one -> one.card().equals(worst));
    Cards meant = new Cards(worst, Optional.of(gpus));
    return Optional.of(new Taken<>(meant, alike ? Why.OTHER_NAME : Why.MIXED, List.of()));
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (String word : text.replace("+", " + ").replace(",", " + ").strip().split("\\s+")) {
      if (Cards.isBetween(word)) {
        names.add(name.toString().strip());
        name.setLength(0);
      } else {
        name.append(word).append(' ');
      }
    }
    names.add(name.toString().strip());
    return names.stream().allMatch(one -> !one.isEmpty()) ? List.copyOf(names) : List.of();
  }
}
