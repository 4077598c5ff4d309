package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Cards;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the hardware that a line asks about: {@code on 2x3090}, {@code A100 80GB}. Whoever names it
 * wants to know whether the model runs there, not what to rent.
 */
record HardwareWords(Settings settings) {

  private static final int MOST_WORDS = 5;
  private static final Set<String> ON = Set.of("on", "sur", "in", "with", "avec", "dans");

  /** Takes the words out; false where the line names no hardware. */
  boolean take(List<String> words, Arguments arguments) {
    for (int at = 0; at < words.size(); at++) {
      List<String> rest = words.subList(at, words.size());
      boolean said = at > 0 && ON.contains(words.get(at - 1).toLowerCase(Locale.ROOT));
      Optional<List<String>> card = card(rest, said);
      if (card.isPresent()) {
        arguments.add(LookupParameters.CARD.name(), counted(card.get()));
        card.get().clear();
        return true;
      }
    }
    return false;
  }

  private Optional<List<String>> card(List<String> words, boolean said) {
    for (int length = Math.min(MOST_WORDS, words.size()); length > 0; length--) {
      List<String> name = words.subList(0, length);
      if (isCard(name, said)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** {@code 4 A100}: a number alone is how many. */
  private static String counted(List<String> words) {
    String first = words.get(0);
    boolean number =
        words.size() > 1 && first.length() < 3 && first.chars().allMatch(Character::isDigit);
    return (number ? first + "x" : first)
        + words.stream().skip(1).map(word -> " " + word).collect(Collectors.joining());
  }

  /**
   * Not what stands in a setting, nor what may be part of a model's name; an offer, and what is not
   * covered, only where it is said to be what the model is to run on.
   */
  private boolean isCard(List<String> words, boolean said) {
    String name = counted(words);
    boolean plain = words.stream().noneMatch(word -> word.indexOf('=') >= 0 || word.contains("@"));
    boolean mayBeModel = words.stream().anyMatch(ModelSearch::knows);
    boolean numbered = name.chars().anyMatch(Character::isDigit);
    boolean isModel = words.stream().allMatch(ModelSearch::knows);
    if (!plain || !said && (mayBeModel || !numbered)) {
      return false;
    }
    Reading<Cards> reading = settings.vocabulary().lexicon().cards(name);
    return said
        ? reading instanceof Reading.NotCovered<Cards> && !isModel
            || settings.reads(LookupParameters.CARD, name)
        : reading.meaning().isPresent();
  }
}
