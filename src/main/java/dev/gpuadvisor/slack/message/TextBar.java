package dev.gpuadvisor.slack.message;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How full a memory is, drawn in letters. */
final class TextBar {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private TextBar() {}

  /**
   * @param percent above 100 where it does not fit
   */
  static String of(BigDecimal percent, int length) {
    int full =
        percent
            .multiply(BigDecimal.valueOf(length))
            .divide(HUNDRED, 0, RoundingMode.HALF_UP)
            .min(BigDecimal.valueOf(length))
            .intValue();
    return "▰".repeat(full) + "▱".repeat(length - full);
  }
}
