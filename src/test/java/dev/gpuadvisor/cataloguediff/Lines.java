package dev.gpuadvisor.cataloguediff;

import dev.gpuadvisor.money.Price;
import java.math.BigDecimal;
import java.util.List;

/** How changes are written. */
final class Lines {

  private static final int LEAST_DECIMALS = 2;

  private Lines() {}

  /** {@code $0.684}: an hour, with every decimal that counts. */
  static String usd(Price price) {
    BigDecimal exact = price.perHour().stripTrailingZeros();
    return "$" + exact.setScale(Math.max(exact.scale(), LEAST_DECIMALS)).toPlainString();
  }

  /** {@code $0.684 -> $1.116 (+63.2%)}. */
  static String change(String before, Price after, BigDecimal percent) {
    return before + " -> " + usd(after) + " (" + signed(percent) + ")";
  }

  static String signed(BigDecimal percent) {
    return (percent.signum() > 0 ? "+" : "") + percent + "%";
  }

  /** The first of them, and how many more there are. */
  static String first(List<String> lines, int most) {
    StringBuilder text = new StringBuilder();
    lines.stream().limit(most).forEach(line -> text.append("  ").append(line).append('\n'));
    if (lines.size() > most) {
      text.append("  and ").append(lines.size() - most).append(" more lines\n");
    }
    return text.toString();
  }
}
