package dev.gpuadvisor.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A written name in words: lower case, without what only separates. */
final class Spelling {

  private Spelling() {}

  /**
   * Runs of letters and digits. A full stop between two digits, or a digit and a letter with a
   * digit before it ({@code 3g.40gb}), belongs to the word.
   */
  static List<String> words(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('×', 'x');
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (isLetter(c) || isDigit(c) || c == '.' && joins(lower, i)) {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean joins(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && isDigit(text.charAt(at + 1))
        && (isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == 'g' && isSlice(text, at));
  }

  /** {@code 3g.40gb}: a digit, g, and what follows. */
  private static boolean isSlice(String text, int at) {
    return at > 1 && isDigit(text.charAt(at - 2));
  }

  static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> isDigit((char) c));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** The digits at the start; empty where it starts with something else. */
  static String leadingDigits(String word) {
    int end = 0;
    while (end < word.length() && isDigit(word.charAt(end))) {
      end++;
    }
    return word.substring(0, end);
  }
}
