package dev.gpuadvisor.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Several of a thing: {@code 2x3090}, {@code 4 x A6000}, {@code A100 x8}, {@code H100:8}, {@code
 * dual 4090}.
 *
 * @param count how many
 * @param name of the thing, as written
 * @param marked whether a sign says so, and not a word or a blank alone
 */
record Counted(int count, String name, boolean marked) {

  private static final int MOST = 72;

  /** {@code gpu_8x_h100_sxm5}: so Lambda calls its instances. */
  private static final Pattern OF_LAMBDA = Pattern.compile("(?i)^gpu[_-]([0-9]{1,2})x[_-]");

  private static final Pattern PLURAL = Pattern.compile("(?i).*[0-9]{4}s");

  /** The ways in which the text may be a number of something; likeliest first. */
  static List<Counted> of(String text) {
    String written =
        OF_LAMBDA.matcher(text.strip().replace('×', 'x').replace('*', 'x')).replaceFirst("$1x ");
    List<Counted> ways = new ArrayList<>();
    before(written, ways);
    after(written, ways);
    int blank = written.indexOf(' ');
    if (blank > 0) {
      String word = written.substring(0, blank);
      int count = word.equalsIgnoreCase("a") ? 1 : NumberWords.of(word);
      if (count > 0 && count <= MOST) {
        ways.add(new Counted(count, written.substring(blank + 1).strip(), false));
      }
    }
    return ways.stream().map(Counted::inSingular).toList();
  }

  /** {@code 2x 4080s} are two; one 4080s would be a 4080 SUPER. */
  private Counted inSingular() {
    return count > 1 && PLURAL.matcher(name).matches()
        ? new Counted(count, name.substring(0, name.length() - 1), marked)
        : this;
  }

  /** {@code 2x3090}, {@code 4 x A6000}, {@code 8 H100}. */
  private static void before(String text, List<Counted> ways) {
    String digits = Spelling.leadingDigits(text);
    if (digits.isEmpty() || digits.length() > 2) {
      return;
    }
    String rest = text.substring(digits.length());
    String name = rest.strip();
    boolean times = name.length() > 1 && Character.toLowerCase(name.charAt(0)) == 'x';
    if (times) {
      add(digits, name.substring(1), true, ways);
    } else if (rest.startsWith(" ") || rest.startsWith("-")) {
      add(digits, rest.substring(1), false, ways);
    }
  }

  /** {@code A100 x8}, {@code A100x8}, {@code H100:8}. */
  private static void after(String text, List<Counted> ways) {
    int start = text.length();
    while (start > 0 && Spelling.isDigit(text.charAt(start - 1))) {
      start--;
    }
    String digits = text.substring(start);
    if (digits.isEmpty() || digits.length() > 2 || start < 2) {
      return;
    }
    String rest = text.substring(0, start).stripTrailing();
    char mark = Character.toLowerCase(rest.charAt(rest.length() - 1));
    if (mark == 'x' || mark == ':') {
      add(digits, rest.substring(0, rest.length() - 1), true, ways);
    }
  }

  private static void add(String digits, String name, boolean marked, List<Counted> ways) {
    int count = Integer.parseInt(digits);
    String stripped = name.strip();
    if (count > 0 && count <= MOST && !stripped.isEmpty()) {
      ways.add(new Counted(count, stripped, marked));
    }
  }
}
