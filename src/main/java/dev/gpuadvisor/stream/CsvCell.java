package dev.gpuadvisor.stream;

/** A cell of comma-separated values, as RFC 4180 has it. */
public final class CsvCell {

  private CsvCell() {}

  /** In quotation marks where the text holds what ends a cell. */
  public static String of(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
