package dev.gpuadvisor.catalog.reading;

import java.math.BigDecimal;
import java.util.Optional;

/** How the catalogue writes money: up to nine digits, and up to twelve behind a point. */
final class MoneyText {

  private static final int DIGITS = 9;
  private static final int DECIMALS = 12;

  /** With so many digits in all a long holds it; who writes more is read the long way. */
  private static final int DIGITS_OF_A_LONG = 18;

  private MoneyText() {}

  /** Empty where it is written in another way. */
  static Optional<BigDecimal> read(String text) {
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    boolean formed = whole >= 1 && whole <= DIGITS && decimals <= DECIMALS;
    if (!formed || point >= 0 && decimals == 0) {
      return Optional.empty();
    }
    long amount = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (i != point && (digit < 0 || digit > 9)) {
        return Optional.empty();
      }
      amount = i == point ? amount : 10 * amount + digit;
    }
    return Optional.of(
        whole + decimals > DIGITS_OF_A_LONG
            ? new BigDecimal(text)
            : BigDecimal.valueOf(amount, decimals));
  }
}
