package dev.gpuadvisor.catalogueimport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an import did, as a page for a pull request. */
final class ImportPage {

  private final Importer importer;
  private final LocalDate day;
  private final SecondSource second;
  private final Set<String> providers = new TreeSet<>();
  private final List<String> repriced = new ArrayList<>();
  private final List<String> same = new ArrayList<>();
  private final List<String> vanished = new ArrayList<>();
  private final List<String> contradicted = new ArrayList<>();
  private List<String> unknown = List.of();
  private String picks = "";

  ImportPage(Importer importer, LocalDate day, SecondSource second) {
    this.importer = importer;
    this.day = day;
    this.second = second;
  }

  void seen(PriceListFile list, String offer, BigDecimal before, Quote quote) {
    providers.add(list.provider());
    if (before.compareTo(quote.perHour()) == 0) {
      same.add(offer);
    } else {
      repriced.add(
          "| `"
              + offer
              + "` | "
              + Gates.usd(before)
              + " | "
              + Gates.usd(quote.perHour())
              + " | "
              + Gates.percent(before, quote.perHour())
              + " |");
    }
    Optional<BigDecimal> other = second.price(quote.key());
    if (other.isPresent() && !second.confirms(quote.key(), quote.perHour())) {
      contradicted.add(
          "`"
              + offer
              + "`: "
              + Gates.usd(quote.perHour())
              + " here, "
              + Gates.usd(other.get())
              + " there");
    }
  }

  void vanished(PriceListFile list, String offer) {
    providers.add(list.provider());
    vanished.add("`" + offer + "`, seen last on " + list.asOf(offer));
  }

  void unknown(Set<String> keys) {
    unknown = keys.stream().map(key -> "`" + key + "`").toList();
  }

  void picks(String diff) {
    picks = diff;
  }

  String summary() {
    return importer.name()
        + ": "
        + same.size()
        + " seen again at the same price, "
        + repriced.size()
        + " repriced, "
        + vanished.size()
        + " vanished, "
        + unknown.size()
        + " unknown.";
  }

  String text() {
    StringBuilder page = new StringBuilder();
    page.append("# Prices of ").append(String.join(", ", providers)).append("\n\n");
    page.append("Read from ")
        .append(importer.base().getHost())
        .append(" on ")
        .append(day)
        .append(". ")
        .append(same.size())
        .append(" offers were seen again at the same price, and have the new date.\n");
    if (!repriced.isEmpty()) {
      page.append("\n## Repriced\n\n| offer | before | now | |\n|---|---:|---:|---:|\n");
      repriced.forEach(line -> page.append(line).append('\n'));
    }
    section(
        page, "Vanished", "Not in the answer. They stay for now; take them out by hand.", vanished);
    section(page, "A second source says otherwise", "", contradicted);
    section(page, "Unknown", "Not in the mapping file, and not added.", unknown);
    page.append("\n## What it changes\n\n```\n").append(picks).append("```\n");
    return page.toString();
  }

  private static void section(StringBuilder page, String title, String text, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    page.append("\n## ").append(title).append("\n\n");
    if (!text.isEmpty()) {
      page.append(text).append("\n\n");
    }
    lines.forEach(line -> page.append("- ").append(line).append('\n'));
  }
}
