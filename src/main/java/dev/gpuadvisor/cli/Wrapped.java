package dev.gpuadvisor.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of so many letters. */
final class Wrapped {

  private Wrapped() {}

  /** At least one line; a word that is longer stays whole, so that it can be copied. */
  static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && letters(line) + 1 + letters(word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  static int letters(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /** With an ellipsis where something is cut off. */
  static String cut(String text, int most) {
    return letters(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.max(0, most - 1))) + "…";
  }
}
