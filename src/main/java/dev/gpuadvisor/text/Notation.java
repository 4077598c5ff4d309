package dev.gpuadvisor.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * How a language writes numbers and units. The JDK's own formats would bring the locale data of the
 * whole world into the function, for five rules.
 *
 * @param decimalPoint between units and tenths
 * @param groups between thousands
 * @param gap between a number and its unit where the language puts one; does not break
 * @param dollarFirst whether the sign stands before the amount
 * @param gib the unit of 2^30 bytes
 * @param singular which numbers take the singular
 * @param and joins the last two of several names
 * @param first the first day of a month
 * @param months their names, blanks between them
 */
record Notation(
    char decimalPoint,
    char groups,
    String gap,
    boolean dollarFirst,
    String gib,
    Singular singular,
    String and,
    String first,
    String months) {

  /** The rules of CLDR for these languages: 0 faults, but 0 faute and 1,5 faute. */
  enum Singular {
    ONE,
    BELOW_TWO
  }

  private static final Notation ENGLISH =
      new Notation(
          '.',
          ',',
          "",
          true,
          "GiB",
          Singular.ONE,
          " and ",
          "1",
          "January February March April May June July August September October November December");
  private static final Notation FRENCH =
      new Notation(
          ',',
          '\u202f',
          "\u00a0",
          false,
          "Gio",
          Singular.BELOW_TWO,
          " et ",
          "1er",
          "janvier février mars avril mai juin juillet août septembre octobre novembre décembre");

  private static final BigDecimal BYTES_PER_GIB = BigDecimal.valueOf(1L << 30);
  private static final int LEAST_USD_DECIMALS = 2;

  private static final int MOST_DECIMALS_OF_AN_HOUR = 6;
  private static final int MOST_DECIMALS_OF_A_SECOND = 8;
  private static final BigDecimal TEN_CENTS = new BigDecimal("0.1");

  private static final String SET_OFF = ":;?!\u00bb";

  static Notation of(Language language) {
    return switch (language) {
      case EN -> ENGLISH;
      case FR -> FRENCH;
    };
  }

  boolean isOne(BigDecimal number) {
    return switch (singular) {
      case ONE -> number.compareTo(BigDecimal.ONE) == 0;
      case BELOW_TWO -> number.abs().compareTo(BigDecimal.valueOf(2)) < 0;
    };
  }

  String write(Message.Value value) {
    return switch (value.kind()) {
      case WORD -> (String) value.content();
      case WORDS -> words((List<?>) value.content());
      case COUNT -> number(BigDecimal.valueOf((Long) value.content()));
      case NUMBER -> number((BigDecimal) value.content());
      case USD -> usd((BigDecimal) value.content());
      case DECIMAL -> oneDecimal((BigDecimal) value.content());
      case PERCENT -> oneDecimal((BigDecimal) value.content()) + gap + "%";
      case GIB -> gib((Long) value.content());
      case DATE -> date((LocalDate) value.content());
      case MESSAGE -> throw new IllegalArgumentException("a message writes itself");
    };
  }

  private String date(LocalDate date) {
    String day = date.getDayOfMonth() == 1 ? first : Integer.toString(date.getDayOfMonth());
    return day + '\u00a0' + months.split(" ")[date.getMonthValue() - 1] + ' ' + date.getYear();
  }

  /** Punctuation that a language sets off with a blank must not begin a line: the gap holds it. */
  String punctuate(String text) {
    if (gap.isEmpty()) {
      return text;
    }
    String held = text.replace("\u00ab ", "\u00ab" + gap);
    for (char mark : SET_OFF.toCharArray()) {
      held = held.replace(" " + mark, gap + mark);
    }
    return held;
  }

  private String words(List<?> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(i == 0 ? "" : i == words.size() - 1 ? and : ", ").append(words.get(i));
    }
    return text.toString();
  }

  /** Every decimal that counts, and no fewer than cents. */
  /** As price lists write hours and seconds; what is worked out may have decimals without end. */
  private static BigDecimal readable(BigDecimal usd) {
    boolean ofSecond = usd.abs().compareTo(TEN_CENTS) < 0;
    int decimals = ofSecond ? MOST_DECIMALS_OF_A_SECOND : MOST_DECIMALS_OF_AN_HOUR;
    return usd.scale() > decimals
        ? usd.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros()
        : usd;
  }

  private String usd(BigDecimal usd) {
    BigDecimal shown = readable(usd.stripTrailingZeros());
    String amount = number(shown.setScale(Math.max(shown.scale(), LEAST_USD_DECIMALS)));
    return dollarFirst ? "$" + amount : amount + gap + "$";
  }

  private String gib(long bytes) {
    BigDecimal gibs = BigDecimal.valueOf(bytes).divide(BYTES_PER_GIB, 1, RoundingMode.HALF_UP);
    return number(gibs) + '\u00a0' + gib;
  }

  private String oneDecimal(BigDecimal number) {
    return number(number.setScale(1, RoundingMode.HALF_UP));
  }

  private String number(BigDecimal number) {
    String digits = number.abs().toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "");
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        text.append(groups);
      }
      text.append(whole.charAt(i));
    }
    return point < 0
        ? text.toString()
        : text.append(decimalPoint).append(digits, point + 1, digits.length()).toString();
  }
}
