package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.catalog.NameIndex;
import java.util.List;

/** Names that somebody may have meant. */
final class Suggestions {

  private static final int SHORT = 3;
  private static final int LONG = 8;

  private Suggestions() {}

  /** Nearest first; the longer a word is, the more of its letters may be wrong. */
  static List<String> names(String typed, List<String> names) {
    int length = NameIndex.key(typed).length();
    int most = length < 2 ? 0 : length <= SHORT ? 1 : length < LONG ? 2 : length / 3;
    return NameIndex.within(most, typed, names);
  }
}
