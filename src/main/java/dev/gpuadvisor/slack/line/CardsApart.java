package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two cards to choose between that do not stand side by side: {@code do I need an H100 for phi-4 or
 * is an L4 ok}, {@code an A10G on aws or an L4 on gcp}.
 */
record CardsApart(HardwareWords cards) {

  private static final String PROVIDER = "provider=";

  /** Where a card is named. */
  private record Span(int from, int to) {

    List<String> of(List<String> words) {
      return words.subList(from, to);
    }
  }

  /** Takes them out, each with whose it is where both say so; false where there are no two. */
  boolean take(List<String> words, Arguments arguments) {
    for (int against = 1; against < words.size() - 1; against++) {
      if (Sayings.isOneOf(ComparedCards.AGAINST, words.get(against))) {
        List<Span> before = named(words, 0, against);
        List<Span> behind = named(words, against + 1, words.size());
        boolean both = !before.isEmpty() && !behind.isEmpty();
        if (both && take(words, against, before.get(before.size() - 1), behind.get(0), arguments)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean take(
      List<String> words, int against, Span first, Span second, Arguments arguments) {
    boolean or = words.get(against).matches("(?i)or|ou");
    boolean places =
        words.subList(first.to(), second.from()).stream()
            .allMatch(word -> word.startsWith(PROVIDER) || word.equals(words.get(against)));
    Optional<String> other =
        provided(words, second, second.to()).or(() -> provided(words, second, second.from() - 1));
    Optional<String> one =
        provided(words, first, first.to())
            .or(() -> other.flatMap(both -> provided(words, first, first.from() - 1)));
    if (!or && !places || one.isEmpty() && second.from() == first.to() + 1) {
      return false; // what runs now, or side by side
    }
    arguments.add(
        LookupParameters.OFFERS.name(),
        one.orElseGet(() -> HardwareWords.counted(first.of(words))));
    arguments.add(
        LookupParameters.OFFERS.name(),
        other
            .filter(name -> one.isPresent())
            .orElseGet(() -> HardwareWords.counted(second.of(words))));
    List<String> rest = new ArrayList<>(words.subList(0, first.from()));
    rest.addAll(words.subList(first.to(), against));
    rest.addAll(words.subList(against + 1, second.from()));
    rest.addAll(words.subList(second.to(), words.size()));
    if (one.isPresent()) {
      rest.removeIf(word -> word.startsWith(PROVIDER));
    }
    words.clear();
    words.addAll(rest);
    return true;
  }

  /** All cards between two places; an amount of memory is the name of none. */
  private List<Span> named(List<String> words, int from, int to) {
    List<Span> spans = new ArrayList<>();
    for (int at = from; at < to; at++) {
      int length = cards.lengthOfOne(words.subList(0, to), at);
      if (length > 0 && !HardwareWords.isMemory(words.get(at))) {
        spans.add(new Span(at, at + length));
        at += length - 1;
      }
    }
    return spans;
  }

  /** {@code L4 gcp}: the card with whose it is, where a place beside it says so. */
  private Optional<String> provided(List<String> words, Span card, int beside) {
    String name = HardwareWords.counted(card.of(words));
    return Optional.of(beside < 0 ? "" : PhraseWords.at(words, beside))
        .filter(word -> word.startsWith(PROVIDER))
        .map(word -> name + " " + word.substring(PROVIDER.length()))
        .filter(offer -> cards.settings().reads(LookupParameters.OFFERS, offer));
  }
}
