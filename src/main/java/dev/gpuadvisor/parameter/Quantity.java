package dev.gpuadvisor.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number as somebody wrote it, and what stands around it: {@code $1,000.50/mo}, {@code 0,684 $},
 * {@code 32k}, {@code 1e3}. It is not decided here what the unit is worth: that is the {@link
 * Dimension}'s.
 *
 * @param meanings one, or two where a comma may divide thousands or stand before decimals ({@code
 *     1,006}): then the thousands come first
 * @param currency its code, {@code USD}, or empty where none is written
 * @param unit what stands behind the number, without blanks and in lower case
 */
record Quantity(List<BigDecimal> meanings, String currency, String unit) {

  /** What is longer is no number that anybody writes. */
  static final int LONGEST = 60;

  /**
   * {@code 1e999999999} is ten letters to send and a gigabyte to add: what is larger is no number,
   * and what is smaller is nothing.
   */
  private static final int LARGEST_EXPONENT = 30;

  private static final int GROUP = 3;
  private static final String GROUPING = " _'\u2019";

  /** Empty where this is no number. */
  static Optional<Quantity> read(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String text = blanksAlike(written).toLowerCase(Locale.ROOT);
    String before = Currencies.at(text).orElse("");
    String rest = text.substring(Currencies.lengthAt(text)).strip();
    NumberScanner number = new NumberScanner(rest);
    List<BigDecimal> meanings = number.meanings();
    if (meanings.isEmpty()) {
      return Optional.empty();
    }
    String behind = rest.substring(number.end()).replace(" ", "");
    String after = Currencies.at(behind).orElse("");
    if (!before.isEmpty() && !after.isEmpty() && !before.equals(after)) {
      return Optional.empty();
    }
    String unit = behind.substring(Currencies.lengthAt(behind));
    return Optional.of(new Quantity(meanings, before.isEmpty() ? after : before, unit));
  }

  /** Whether a word can be nothing but a unit: a currency, or what begins with a slash. */
  static boolean isUnit(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int currency = Currencies.lengthAt(lower);
    boolean endsThere = currency == lower.length() || lower.startsWith("/", currency);
    return lower.startsWith("/") || lower.startsWith("%") || currency > 0 && endsThere;
  }

  /** Whether a comma in it may mean two things. */
  boolean isAmbiguous() {
    return meanings.size() > 1;
  }

  private static String blanksAlike(String text) {
    StringBuilder alike = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      alike.append(Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c);
    }
    return alike.toString().strip();
  }

  /** Reads the digits at the start of a text, with what divides them, and an exponent. */
  private static final class NumberScanner {

    private final String text;
    private final List<String> groups = new ArrayList<>();
    private final StringBuilder dividers = new StringBuilder();
    private int end;

    NumberScanner(String text) {
      this.text = text;
    }

    int end() {
      return end;
    }

    List<BigDecimal> meanings() {
      boolean negative = at(0) == '-';
      end = negative || at(0) == '+' ? 1 : 0;
      scan();
      List<BigDecimal> numbers = groups.isEmpty() ? List.of() : values();
      int exponent = exponent();
      if (exponent > LARGEST_EXPONENT && numbers.stream().anyMatch(each -> each.signum() > 0)) {
        return List.of();
      }
      return numbers.stream()
          .map(number -> scaled(number, exponent))
          .map(number -> number.scale() < 0 ? number.setScale(0) : number)
          .map(number -> negative ? number.negate() : number)
          .toList();
    }

    private static BigDecimal scaled(BigDecimal number, int exponent) {
      return Math.abs(exponent) > LARGEST_EXPONENT
          ? BigDecimal.ZERO
          : number.scaleByPowerOfTen(exponent);
    }

    private void scan() {
      if (isDecimalMark(at(end)) && isDigit(at(end + 1))) {
        groups.add("0"); // .5
      } else if (isDigit(at(end))) {
        groups.add(digits());
      }
      while (!groups.isEmpty() && divides()) {
        dividers.append(at(end));
        end++;
        groups.add(digits());
      }
    }

    private boolean divides() {
      boolean grouping = GROUPING.indexOf(at(end)) >= 0;
      if (!isDigit(at(end + 1)) || !grouping && !isDecimalMark(at(end))) {
        return false;
      }
      int length = 1;
      while (isDigit(at(end + 1 + length))) {
        length++;
      }
      return !grouping || length == GROUP;
    }

    /**
     * Thousands before decimals, where it may be either; empty where the dividers make no sense.
     */
    private List<BigDecimal> values() {
      int last = dividers.length() - 1;
      if (last < 0) {
        return List.of(new BigDecimal(groups.get(0)));
      }
      char divider = dividers.charAt(last);
      boolean alike = dividers.chars().allMatch(c -> c == divider);
      boolean once = dividers.indexOf(String.valueOf(divider)) == last;
      if (alike && !(once && isDecimalMark(divider))) {
        return isGrouped(groups) ? List.of(thousands()) : List.of();
      }
      List<String> whole = groups.subList(0, last + 1);
      boolean wholeAlike = dividers.chars().limit(last).distinct().count() <= 1;
      boolean sound = once && isDecimalMark(divider) && wholeAlike;
      if (!sound || last > 0 && !isGrouped(whole)) {
        return List.of();
      }
      BigDecimal decimal = new BigDecimal(String.join("", whole) + "." + groups.get(last + 1));
      boolean either =
          alike && divider == ',' && isGrouped(groups) && !groups.get(0).startsWith("0");
      return either ? List.of(thousands(), decimal) : List.of(decimal);
    }

    private BigDecimal thousands() {
      return new BigDecimal(String.join("", groups));
    }

    private static boolean isGrouped(List<String> groups) {
      return groups.get(0).length() <= GROUP
          && groups.stream().skip(1).allMatch(group -> group.length() == GROUP);
    }

    private int exponent() {
      int sign = at(end + 1) == '-' || at(end + 1) == '+' ? 1 : 0;
      int from = end + 1 + sign;
      if (at(end) != 'e' || !isDigit(at(from))) {
        return 0;
      }
      boolean negative = at(end + 1) == '-';
      end = from;
      String digits = digits();
      int exponent = digits.length() > 3 ? LARGEST_EXPONENT + 1 : Integer.parseInt(digits);
      return negative ? -exponent : exponent;
    }

    private String digits() {
      int from = end;
      while (isDigit(at(end))) {
        end++;
      }
      return text.substring(from, end);
    }

    private char at(int index) {
      return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isDecimalMark(char c) {
      return c == '.' || c == ',';
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }
  }
}
