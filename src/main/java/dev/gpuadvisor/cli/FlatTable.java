package dev.gpuadvisor.cli;

import dev.gpuadvisor.stream.CsvCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of an answer for spreadsheets, where the API has no table of it: its own names and
 * figures, in no language.
 */
final class FlatTable {

  /** What an answer lists: the first of them that it has. */
  private static final List<String> LISTS = List.of("files", "models", "parts");

  private FlatTable() {}

  /** What is no list of anything is one row; an empty list has no names either. */
  static String of(Node answer) {
    List<Node> rows =
        LISTS.stream()
            .map(answer::at)
            .filter(Node::isPresent)
            .map(Node::list)
            .findFirst()
            .orElse(List.of(answer));
    return rows.isEmpty() ? "" : table(rows);
  }

  private static String table(List<Node> rows) {
    List<Map<String, String>> cells = new ArrayList<>();
    Set<String> heads = new LinkedHashSet<>();
    for (Node row : rows) {
      Map<String, String> flat = new LinkedHashMap<>();
      row.fields().forEach((name, field) -> add(flat, name, field));
      cells.add(flat);
      heads.addAll(flat.keySet());
    }
    StringBuilder table = new StringBuilder(line(List.copyOf(heads)));
    for (Map<String, String> row : cells) {
      table.append(line(heads.stream().map(head -> row.getOrDefault(head, "")).toList()));
    }
    return table.toString();
  }

  /** Lists within a row become one cell. */
  private static void add(Map<String, String> row, String name, Node field) {
    if (!field.fields().isEmpty()) {
      field.fields().forEach((part, inner) -> add(row, name + "." + part, inner));
    } else if (!field.list().isEmpty()) {
      String all = field.list().stream().map(FlatTable::shown).collect(Collectors.joining("; "));
      row.put(name, all.matches("[; ]*") ? "" : all);
    } else if (!(field.value() instanceof List<?>)) {
      row.put(name, field.text());
    }
  }

  /** A card by its id, an offer by its own name. */
  private static String shown(Node element) {
    return element.fields().isEmpty()
        ? element.text()
        : element.at(element.at("id").isPresent() ? "id" : "offer").text();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(CsvCell::of).collect(Collectors.joining(",", "", "\n"));
  }
}
