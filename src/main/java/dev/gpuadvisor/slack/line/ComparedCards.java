package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Cards that stand against each other, {@code h100 vs a100}: at least two of them. */
record ComparedCards(HardwareWords cards) {

  static final Set<String> AGAINST = Sayings.words("vs versus contre or ou /");

  /** Takes them out; false where there are none. */
  boolean take(List<String> words, Arguments arguments) {
    boolean found = new CardsApart(cards).take(words, arguments);
    for (int at = 1; at < words.size() - 1; at++) {
      if (Sayings.isOneOf(AGAINST, words.get(at))) {
        Optional<List<String>> first = before(words.subList(0, at));
        List<String> rest = words.subList(at + 1, words.size());
        Optional<List<String>> second = cards.one(rest.subList(0, next(rest)), false);
        if (second.isPresent() && (found && first.isEmpty() || first.isPresent())) {
          int start = at - first.map(List::size).orElse(0);
          start = first.isPresent() ? listed(words, start, arguments) : start;
          first.ifPresent(name -> add(name, arguments));
          add(alike(first.orElse(List.of()), second.get()), arguments);
          words.subList(start, at + 1 + second.get().size()).clear();
          found = true;
          at = start - 1;
        }
      }
    }
    return found;
  }

  /** Up to what the next card stands against. */
  private static int next(List<String> words) {
    return (int) words.stream().takeWhile(word -> !Sayings.isOneOf(AGAINST, word)).count();
  }

  /** {@code L4, A10 or L40S}: where the first of them stands. */
  private int listed(List<String> words, int start, Arguments arguments) {
    Optional<List<String>> one = before(words.subList(0, start));
    if (one.isEmpty()) {
      return start;
    }
    int first = listed(words, start - one.get().size(), arguments);
    add(one.get(), arguments);
    return first;
  }

  private static void add(List<String> name, Arguments arguments) {
    arguments.add(LookupParameters.OFFERS.name(), HardwareWords.counted(name));
  }

  /** {@code an A100 40GB or an 80GB}: of the same kind. */
  private static List<String> alike(List<String> first, List<String> second) {
    int last = first.size() - 1;
    boolean memory = second.size() == 1 && HardwareWords.isMemory(second.get(0));
    return memory && last > 0 && HardwareWords.isMemory(first.get(last))
        ? Stream.concat(first.stream().limit(last), second.stream()).toList()
        : second;
  }

  /** The longest name that the words end in. */
  private Optional<List<String>> before(List<String> words) {
    for (int length = Math.min(HardwareWords.MOST_WORDS, words.size()); length > 0; length--) {
      List<String> name = words.subList(words.size() - length, words.size());
      if (cards.isCard(name, false)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
