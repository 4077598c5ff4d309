package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something in a line that was not understood, or not for certain.
 *
 * @param what says so
 * @param suggestions what may have been meant, likeliest first
 * @param next a line that helps on; empty where none is better than another
 */
public record Doubt(Message what, List<String> suggestions, Optional<String> next) {

  private static final int LONGEST_WORD = 40;

  /** Where no line helps on. */
  public Doubt(Message what, List<String> suggestions) {
    this(what, suggestions, Optional.empty());
  }

  /** A sentence about a word as it was typed. */
  public static Doubt about(
      String word, Function<String, Message> sentence, List<String> suggestions) {
    return new Doubt(sentence.apply(shown(word)), suggestions);
  }

  /** Short enough to be recognised, never half of a character. */
  static String shown(String word) {
    if (word.codePointCount(0, word.length()) <= LONGEST_WORD) {
      return word;
    }
    return word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD)) + "…";
  }
}
