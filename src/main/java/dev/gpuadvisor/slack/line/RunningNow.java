package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import java.util.List;
import java.util.Set;

/** What a line says of hardware that is no question of whether a model fits. */
record RunningNow(Settings settings, Arguments arguments) {

  private static final Set<String> NOW =
      Set.of("now", "currently", "today", "already", "actuellement", "aujourd'hui", "déjà");
  private static final Set<String> SAVING =
      Set.of(
          "savings",
          "save",
          "saving",
          "cheaper",
          "alternative",
          "alternatives",
          "instead",
          "less",
          "économiser",
          "économies",
          "moins",
          "mieux",
          "better");
  private static final Set<String> BETWEEN = Set.of("between", "entre");
  private static final Set<String> AND = Set.of("and", "et");
  private static final Set<String> ON = Set.of("on", "sur");
  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "un", "une", "our", "nos");

  /**
   * {@code we run llama-3.1-8b on g5.xlarge right now, any savings?}: what it runs on is what is
   * paid for; {@code the difference between an L4 and an A10} is one against the other.
   */
  void rewrite(List<String> words) {
    boolean now = words.stream().anyMatch(word -> Sayings.isOneOf(NOW, word));
    boolean saving = words.stream().anyMatch(word -> Sayings.isOneOf(SAVING, word));
    if (words.stream().anyMatch(word -> Sayings.isOneOf(BETWEEN, word))) {
      words.replaceAll(word -> Sayings.isOneOf(AND, word) ? "vs" : word);
    }
    RentedWords rented = new RentedWords(settings, arguments);
    for (int at = 0; now && saving && at < words.size() - 1; at++) {
      if (Sayings.isOneOf(ON, words.get(at))) {
        int article = PhraseWords.behind(words, at + 1, ARTICLES);
        if (article < words.size() && rented.isRented(words.get(article))) {
          words.set(at, "vs");
        }
      }
    }
  }

  /** {@code a GPU with 141 GB}: of no model, and of nothing that runs. */
  static boolean isHardwareAlone(List<String> words, Set<String> models, Set<String> running) {
    return words.stream().anyMatch(word -> Sayings.isOneOf(Sayings.GPUS, word))
        && words.stream().anyMatch(word -> word.matches("(?i)[0-9]{2,4}(gb|go|gib)"))
        && words.stream()
            .noneMatch(word -> Sayings.isOneOf(models, word) || Sayings.isOneOf(running, word));
  }
}
