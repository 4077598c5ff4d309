package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.NameIndex;
import java.util.List;

/** Slips of the fingers: names that differ from what was typed by few letters. */
final class Near {

  private static final int MOST = 5;
  private static final int SHORT = 3;
  private static final int LONG = 8;

  private Near() {}

  /** Ids whose own name comes near, nearest first; none where nothing does. */
  static List<String> ids(String typed, NameIndex<?> index) {
    return among(typed, index.ids());
  }

  static List<String> among(String typed, List<String> names) {
    int length = NameIndex.key(typed).length();
    int most = length < 2 ? 0 : length <= SHORT ? 1 : length < LONG ? 2 : length / 4;
    return NameIndex.within(most, typed, names).stream().limit(MOST).toList();
  }
}
