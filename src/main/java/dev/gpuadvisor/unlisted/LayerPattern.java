package dev.gpuadvisor.unlisted;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which layers the name of a module is about, as a whole name, with wildcards or as a regular
 * expression has it: {@code layers.3.}, {@code layers.(0|1|59).}, {@code layers.[0-2].}, {@code
 * layers.1[0-9].}. Read here and not by the JDK: callers write them, and some take forever to try.
 *
 * @param choices numbers of layers, digit by digit as those that may stand there; empty for all
 * @param isWholeLayer whether nothing within the layer is named
 */
record LayerPattern(List<List<BitSet>> choices, boolean isWholeLayer) {

  private static final String[] MARKS = {"layers.", "blocks.", "h."};
  private static final int MOST_DIGITS = 4;

  private static final LayerPattern ALL = new LayerPattern(List.of(), false);

  static LayerPattern of(String pattern) {
    String name = pattern.replace("\\.", ".").replace("\\d", "[0-9]").replace("(?:", "(");
    for (String mark : MARKS) {
      int at = name.indexOf(mark);
      if (at >= 0 && (at == 0 || !Character.isLetter(name.charAt(at - 1)))) {
        return after(name.substring(at + mark.length()));
      }
    }
    return ALL;
  }

  private static LayerPattern after(String rest) {
    boolean group = rest.startsWith("(") && rest.indexOf(')') > 0;
    int end = group ? rest.indexOf(')') + 1 : end(rest);
    String numbers = group ? rest.substring(1, end - 1) : rest.substring(0, end);
    List<List<BitSet>> choices = new ArrayList<>();
    for (String number : numbers.split("\\|", -1)) {
      List<BitSet> digits = digits(number);
      if (digits.isEmpty()) {
        return ALL;
      }
      choices.add(digits);
    }
    return new LayerPattern(choices, rest.substring(end).matches("[.*$]*"));
  }

  /** Where the number ends: behind its last digit or set of digits. */
  private static int end(String rest) {
    int at = 0;
    while (at < rest.length() && (Character.isDigit(rest.charAt(at)) || rest.charAt(at) == '[')) {
      int close = rest.charAt(at) == '[' ? rest.indexOf(']', at) : at;
      if (close < 0) {
        return 0;
      }
      at = close + 1;
    }
    return at;
  }

  /** Empty where it is no number of some digits. */
  private static List<BitSet> digits(String number) {
    List<BitSet> digits = new ArrayList<>();
    int at = 0;
    while (at < number.length()) {
      BitSet digit = new BitSet();
      int close = number.charAt(at) == '[' ? number.indexOf(']', at) : at;
      String among = close > at ? number.substring(at + 1, close) : number.substring(at, at + 1);
      if (close < 0 || digits.size() == MOST_DIGITS || !among.matches("[0-9-]+")) {
        return List.of();
      }
      for (int i = 0; i < among.length(); i++) {
        boolean range = i + 2 < among.length() && among.charAt(i + 1) == '-';
        int from = among.charAt(i) - '0';
        int to = range ? among.charAt(i + 2) - '0' : from;
        if (from < 0 || to < from) {
          return List.of();
        }
        digit.set(from, to + 1);
        i += range ? 2 : 0;
      }
      digits.add(digit);
      at = close + 1;
    }
    return digits;
  }

  /** Those of so many layers. */
  BitSet among(int layers) {
    BitSet meant = new BitSet();
    for (int layer = 0; layer < layers; layer++) {
      String number = String.valueOf(layer);
      meant.set(layer, choices.isEmpty() || choices.stream().anyMatch(each -> fits(number, each)));
    }
    return meant;
  }

  private static boolean fits(String number, List<BitSet> digits) {
    boolean fits = number.length() == digits.size();
    for (int i = 0; fits && i < number.length(); i++) {
      fits = digits.get(i).get(number.charAt(i) - '0');
    }
    return fits;
  }
}
