package dev.gpuadvisor.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Decimal numbers as JSON: exact, without zeros that say nothing, without an exponent. An answer
 * has hundreds of them, so that the strings on the way count: nearly all fit a long and need none.
 */
public final class Decimals {

  private static final int MOST_DIGITS = 18;

  private Decimals() {}

  public static void write(JsonGenerator json, BigDecimal number) throws IOException {
    if (number.scale() >= 0 && number.scale() <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
      write(json, number.unscaledValue().longValue(), number.scale());
    } else {
      json.writeNumber(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }
  }

  /**
   * @param unscaled so many units of the last decimal, of at most 18 digits
   * @param scale how many decimals there are, from 0 to 18
   */
  public static void write(JsonGenerator json, long unscaled, int scale) throws IOException {
    long digits = Math.abs(unscaled);
    int decimals = scale;
    for (; decimals > 0 && digits % 10 == 0; decimals--) {
      digits /= 10;
    }
    if (decimals == 0) {
      json.writeNumber(unscaled < 0 ? -digits : digits);
      return;
    }
    char[] text = new char[MOST_DIGITS + 4];
    int at = text.length;
    for (int left = decimals; left > 0; left--) {
      text[--at] = (char) ('0' + digits % 10);
      digits /= 10;
    }
    text[--at] = '.';
    do {
      text[--at] = (char) ('0' + digits % 10);
      digits /= 10;
    } while (digits > 0);
    if (unscaled < 0) {
      text[--at] = '-';
    }
    json.writeRawValue(text, at, text.length - at);
  }
}
