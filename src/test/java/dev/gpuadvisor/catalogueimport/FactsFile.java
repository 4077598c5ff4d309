package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The figures that tests hold the catalogue against, row by row. What a provider itself answers is
 * a fact: its rows get the price, the day and the source of the answer.
 */
final class FactsFile {

  private static final List<String> COLUMNS =
      List.of(
          "provider",
          "offer",
          "price",
          "unit",
          "gpus",
          "gb",
          "card",
          "market",
          "months",
          "region",
          "as_of",
          "source");

  private FactsFile() {}

  /**
   * @param seen by offer
   * @return the text of the file with those rows brought up to date
   */
  static String update(Path file, Map<String, Quote> seen, String day, String source)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file, UTF_8)) {
      String[] fields = line.split(",", COLUMNS.size());
      Quote quote = fields.length == COLUMNS.size() ? seen.get(fields[1]) : null;
      if (quote == null) {
        lines.add(line);
        continue;
      }
      fields[2] = quote.perHour().stripTrailingZeros().toPlainString();
      fields[3] = "hour";
      fields[10] = day;
      fields[11] = quoted(source);
      lines.add(String.join(",", fields));
    }
    return String.join("\n", lines) + "\n";
  }

  static String quoted(String field) {
    return field.contains(",") || field.contains("\"")
        ? '"' + field.replace("\"", "\"\"") + '"'
        : field;
  }
}
