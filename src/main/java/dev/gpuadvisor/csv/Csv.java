package dev.gpuadvisor.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.stream.CsvCell;
import dev.gpuadvisor.stream.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Writes rows of comma-separated values as RFC 4180 has them. Spreadsheets take a text that begins
 * like a formula for one: such a text gets an apostrophe, which they do not show.
 */
public final class Csv {

  public static final String TYPE = "text/csv; charset=utf-8";

  private static final BigDecimal GIB = BigDecimal.valueOf(1 << 30);
  private static final String FORMULAS = "=+-@\t\r\n";

  private final StringBuilder text = new StringBuilder();

  /**
   * @param names of the columns
   */
  Csv(List<String> names) {
    text.append(String.join(",", names)).append("\r\n");
  }

  /**
   * @param cells numbers, constants, texts, or what is optional of these
   */
  void row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    text.append("\r\n");
  }

  static BigDecimal gib(long bytes) {
    return BigDecimal.valueOf(bytes).divide(GIB, 2, RoundingMode.HALF_UP);
  }

  byte[] bytes() {
    return text.toString().getBytes(UTF_8);
  }

  private static String cell(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Csv::cell).orElse("");
    }
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof Number) {
      return value.toString();
    }
    return CsvCell.of(
        safe(value instanceof Enum<?> constant ? Json.name(constant) : value.toString()));
  }

  private static String safe(String text) {
    boolean formula = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
