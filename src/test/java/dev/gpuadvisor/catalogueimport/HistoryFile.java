package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The changes of the prices of one list: a line when one changes, and none in a quiet week. */
final class HistoryFile {

  static final String HEADER = "offer,market,region,since,price,source";

  private final List<String> lines = new ArrayList<>();
  private boolean changed;

  private HistoryFile(List<String> lines) {
    this.lines.addAll(lines);
  }

  static HistoryFile read(Path file) throws IOException {
    return new HistoryFile(Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of(HEADER));
  }

  /** What an offer cost so far goes first, where its history begins with this change. */
  void add(PriceListFile list, String offer, BigDecimal now, String day, String source) {
    if (lines.stream().noneMatch(line -> line.startsWith(offer + ","))) {
      add(list, offer, list.asOf(offer).toString(), list.perHour(offer), list.source(offer));
    }
    add(list, offer, day, now, source);
    changed = true;
  }

  private void add(
      PriceListFile list, String offer, String since, BigDecimal price, String source) {
    lines.add(
        String.join(
            ",",
            offer,
            list.market(offer),
            FactsFile.quoted(list.region(offer)),
            since,
            price.stripTrailingZeros().toPlainString(),
            FactsFile.quoted(source)));
  }

  boolean isChanged() {
    return changed;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
