package dev.gpuadvisor.catalog.reading;

/** How the catalogue writes money: up to nine digits, and up to twelve behind a point. */
final class MoneyText {

  private static final int DIGITS = 9;
  private static final int DECIMALS = 12;

  private MoneyText() {}

  static boolean isMoney(String text) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String rest = point < 0 ? "0" : text.substring(point + 1);
    return isDigits(whole, DIGITS) && isDigits(rest, DECIMALS);
  }

  private static boolean isDigits(String text, int most) {
    boolean digits = !text.isEmpty() && text.length() <= most;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }
}
