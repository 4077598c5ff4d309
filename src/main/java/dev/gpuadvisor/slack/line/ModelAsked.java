package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Lexicon;
import java.util.List;
import java.util.Set;

/** What a sentence says of models: one, a family of them, or all. */
record ModelAsked(Lexicon lexicon) {

  static final Set<String> WHICH =
      Sayings.words(
          "which what any biggest largest best quel quels quelle all gros grand meilleur"
              + " meilleurs");
  private static final Set<String> MANY_MODELS = Set.of("models", "modèles", "modeles");

  /** {@code what models do you know}, {@code list all llama models}: no more is said. */
  boolean forAll(List<String> words) {
    boolean models =
        Sayings.isAnyOf(MANY_MODELS, words)
            && words.stream()
                .allMatch(word -> Sayings.isOneOf(MANY_MODELS, word) || isFamily(word));
    if (models) {
      words.removeIf(word -> Sayings.isOneOf(MANY_MODELS, word));
    }
    return models;
  }

  /** {@code which llama fits}: before the words are taken out that say so. */
  boolean which(List<String> words) {
    for (int at = 0; at < words.size() - 1; at++) {
      if (Sayings.isOneOf(WHICH, words.get(at)) && isFamily(words.get(at + 1))) {
        return true;
      }
    }
    return false;
  }

  /** {@code qwen}: of a model's name, and without a number, which would say which. */
  boolean isFamily(String word) {
    return word.chars().allMatch(Character::isLetter) && lexicon.typed().knows(word);
  }

  /** A word of a model's name, other than what a sentence is made of too. */
  boolean isNamedBy(String word) {
    return Character.isLetterOrDigit(word.charAt(0)) && lexicon.typed().knows(word)
        || word.matches("(?i)[0-9.]+b")
        || word.matches("[^=]*[/:][^=]*|(?i)[^=]*[.]gguf")
            && lexicon.model(word).meaning().isPresent();
  }
}
