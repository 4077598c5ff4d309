package dev.gpuadvisor.slack.line;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as people type them, in the plain digits that the API reads. */
final class Amounts {

  private static final Pattern THOUSANDS = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)([km])");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[0-9]+,[0-9]{1,2}");
  private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
  private static final Pattern PER =
      Pattern.compile("(.+?)/?(?:h|hr|hour|hours|heure|heures)?(?:/(?:mo|month|mois))?");

  private Amounts() {}

  /** {@code 32k} tokens are 32768: contexts are counted in powers of two. */
  static String tokens(String typed) {
    Matcher thousands = THOUSANDS.matcher(typed.toLowerCase(Locale.ROOT));
    if (!thousands.matches()) {
      return number(typed);
    }
    int unit = thousands.group(2).equals("k") ? 1 << 10 : 1 << 20;
    BigDecimal tokens = new BigDecimal(thousands.group(1)).multiply(BigDecimal.valueOf(unit));
    return tokens.stripTrailingZeros().toPlainString();
  }

  /** {@code $1.00}, {@code 1,00}, {@code 1,000.50}. */
  static String number(String typed) {
    String digits = typed.startsWith("$") ? typed.substring(1) : typed;
    digits = digits.endsWith("$") ? digits.substring(0, digits.length() - 1) : digits;
    if (DECIMAL_COMMA.matcher(digits).matches()) {
      return digits.replace(',', '.');
    }
    return GROUPED.matcher(digits).matches() ? digits.replace(",", "") : digits;
  }

  /** {@code 40}, {@code 40/mo}, {@code 40h/mo}. */
  static String withoutUnit(String typed) {
    Matcher amount = PER.matcher(typed.toLowerCase(Locale.ROOT));
    return number(amount.matches() ? amount.group(1) : typed);
  }

  static boolean isPerHour(String typed) {
    return typed.toLowerCase(Locale.ROOT).matches(".+/(?:h|hr|hour|heure)");
  }

  static boolean isPerMonth(String typed) {
    return typed.toLowerCase(Locale.ROOT).matches(".+/(?:mo|month|mois)");
  }
}
