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

  /** Of a number that a long holds for certain. */
  private static final int MOST_DIGITS = 18;

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

  void write(Message.Value value, StringBuilder to) {
    switch (value.kind()) {
      case WORD -> to.append((String) value.content());
      case WORDS -> words((List<?>) value.content(), to);
      case COUNT -> digits((Long) value.content(), 0, 0, to);
      case NUMBER -> number((BigDecimal) value.content(), to);
      case USD -> usd((BigDecimal) value.content(), to);
      case DECIMAL -> oneDecimal((BigDecimal) value.content(), to);
      case PERCENT -> {
        oneDecimal((BigDecimal) value.content(), to);
        to.append(gap).append('%');
      }
      case GIB -> gib((Long) value.content(), to);
      case DATE -> date((LocalDate) value.content(), to);
      case MESSAGE -> throw new IllegalArgumentException("a message writes itself");
    }
  }

  private void date(LocalDate date, StringBuilder to) {
    if (date.getDayOfMonth() == 1) {
      to.append(first);
    } else {
      to.append(date.getDayOfMonth());
    }
    to.append('\u00a0').append(months.split(" ")[date.getMonthValue() - 1]);
    to.append(' ').append(date.getYear());
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

  private void words(List<?> words, StringBuilder to) {
    for (int i = 0; i < words.size(); i++) {
      to.append(i == 0 ? "" : i == words.size() - 1 ? and : ", ").append(words.get(i));
    }
  }

  /** As price lists write hours and seconds; what is worked out may have decimals without end. */
  private static BigDecimal readable(BigDecimal usd) {
    boolean ofSecond = usd.abs().compareTo(TEN_CENTS) < 0;
    int decimals = ofSecond ? MOST_DECIMALS_OF_A_SECOND : MOST_DECIMALS_OF_AN_HOUR;
    return usd.scale() > decimals
        ? usd.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros()
        : usd;
  }

  /** Every decimal that counts, and no fewer than cents. */
  private void usd(BigDecimal usd, StringBuilder to) {
    if (dollarFirst) {
      to.append('$');
    }
    if (isShort(usd)
        && usd.scale() >= LEAST_USD_DECIMALS
        && usd.scale() <= MOST_DECIMALS_OF_AN_HOUR) {
      digits(usd.unscaledValue().longValue(), usd.scale(), LEAST_USD_DECIMALS, to);
    } else {
      BigDecimal shown = readable(usd.stripTrailingZeros());
      number(shown.setScale(Math.max(shown.scale(), LEAST_USD_DECIMALS)), to);
    }
    if (!dollarFirst) {
      to.append(gap).append('$');
    }
  }

  private void gib(long bytes, StringBuilder to) {
    number(BigDecimal.valueOf(bytes).divide(BYTES_PER_GIB, 1, RoundingMode.HALF_UP), to);
    to.append('\u00a0').append(gib);
  }

  private void oneDecimal(BigDecimal number, StringBuilder to) {
    number(number.setScale(1, RoundingMode.HALF_UP), to);
  }

  /** Nearly all numbers of an answer fit a long, and need no text on the way. */
  private static boolean isShort(BigDecimal number) {
    return number.scale() >= 0
        && number.scale() <= MOST_DIGITS
        && number.precision() <= MOST_DIGITS;
  }

  private void number(BigDecimal number, StringBuilder to) {
    if (isShort(number)) {
      digits(number.unscaledValue().longValue(), number.scale(), number.scale(), to);
      return;
    }
    String digits = number.abs().toPlainString();
    int point = digits.indexOf('.');
    int whole = point < 0 ? digits.length() : point;
    to.append(number.signum() < 0 ? "-" : "");
    for (int i = 0; i < whole; i++) {
      if (i > 0 && (whole - i) % 3 == 0) {
        to.append(groups);
      }
      to.append(digits.charAt(i));
    }
    if (point >= 0) {
      to.append(decimalPoint).append(digits, point + 1, digits.length());
    }
  }

  /**
   * @param unscaled so many units of the last decimal
   * @param scale how many decimals there are
   * @param least how many are written even where they are zeros
   */
  private void digits(long unscaled, int scale, int least, StringBuilder to) {
    long rest = Math.abs(unscaled);
    int decimals = scale;
    for (; decimals > least && rest % 10 == 0; decimals--) {
      rest /= 10;
    }
    char[] text = new char[2 * MOST_DIGITS];
    int at = text.length;
    for (int i = 0; i < decimals; i++) {
      text[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    if (decimals > 0) {
      text[--at] = decimalPoint;
    }
    int written = 0;
    do {
      if (written > 0 && written % 3 == 0) {
        text[--at] = groups;
      }
      text[--at] = (char) ('0' + rest % 10);
      rest /= 10;
      written++;
    } while (rest > 0);
    if (unscaled < 0) {
      text[--at] = '-';
    }
    to.append(text, at, text.length - at);
  }
}
