package dev.gpuadvisor.slack.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes what a line says of the host's memory out of it: {@code 64GB RAM}, {@code 64 GB DDR5}. */
record HostMemory(Settings settings) {

  private static final Set<String> KINDS = Sayings.words("system host cpu main of de");
  private static final Set<String> RAM = Sayings.words("ram ddr4 ddr5 ddr3 mémoire-vive");

  /** Empty where it says nothing, or asks what fits so much memory. */
  Optional<String> take(List<String> words) {
    for (int at = 0; at < words.size() - 1; at++) {
      int end = PhraseWords.behind(words, at + 1, KINDS);
      if (isGigabytes(words.get(at)) && RAM.contains(PhraseWords.at(words, end))) {
        end = PhraseWords.behind(words, end, RAM);
        String memory = words.get(at) + " RAM";
        List<String> said = words.subList(at, end);
        boolean model = words.stream().anyMatch(this::isPartOfModel);
        if (model) {
          said.clear();
        }
        return model ? Optional.of(memory) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isGigabytes(String word) {
    return word.toLowerCase(Locale.ROOT).matches("[0-9]{1,4}(gb|gib|go|g)|[0-9.]{1,4}(tb|tib|to)");
  }

  /** A number of a model's name: what is asked for is one, and not all that fit. */
  private boolean isPartOfModel(String word) {
    return settings.models().knows(word) && word.chars().anyMatch(Character::isDigit);
  }
}
