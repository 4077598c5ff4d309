package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.NameIndex;
import java.util.List;

/** Slips of the fingers: names that differ from what was typed by few letters. */
public final class Near {

  private static final int MOST = 5;
  private static final int SHORT = 3;
  private static final int LONG = 8;

  private Near() {}

  /** Ids whose own name comes near, nearest first; none where nothing does. */
  static List<String> ids(String typed, NameIndex<?> index) {
    return among(typed, index.ids());
  }

  static List<String> among(String typed, List<String> names) {
    return within(4, typed, names).stream().limit(MOST).toList();
  }

  /** Nearest first, for whoever is asked back: the longer a word is, the more may be wrong. */
  public static List<String> loosely(String typed, List<String> names) {
    return within(3, typed, names);
  }

  /** Whether a word can hardly be anything else than one of the names with a slip. */
  public static boolean isSlipOf(String typed, List<String> names) {
    int length = NameIndex.key(typed).length();
    int most = length <= SHORT ? 0 : length <= LONG ? 1 : 2;
    return NameIndex.within(most, typed, names).stream()
        .anyMatch(
            name -> !typed.equalsIgnoreCase(name + "s") && !name.equalsIgnoreCase(typed + "s"));
  }

  /**
   * @param share of the letters of a long word, one in so many, that may be wrong
   */
  private static List<String> within(int share, String typed, List<String> names) {
    int length = NameIndex.key(typed).length();
    int most = length < 2 ? 0 : length <= SHORT ? 1 : length < LONG ? 2 : length / share;
    return NameIndex.within(most, typed, names);
  }
}
