package dev.gpuadvisor.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The starts of vLLM that were collected, as far as their models are in the catalogue. */
final class VllmRows {

  static final List<VllmRow> ALL = read("/measured/vllm-memory.csv");

  private VllmRows() {}

  private static List<VllmRow> read(String name) {
    try (InputStream file = VllmRows.class.getResourceAsStream(name)) {
      List<String> lines =
          new String(file.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      List<String> head = cells(lines.get(0));
      return lines.stream()
          .skip(1)
          .map(line -> VllmRow.of(named(head, cells(line))))
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> named(List<String> head, List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < head.size(); i++) {
      named.put(head.get(i), cells.get(i));
    }
    return named;
  }

  /** Cells with a comma stand in quotes. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
