package dev.gpuadvisor.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The result, for machines and for README. */
record Report(Options options, Map<String, Map<String, Double>> figuresBySubject) {

  void writeJson() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = mapper.createObjectNode();
    json.put("date", LocalDate.now().toString());
    json.put("processor", Machine.processor());
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    json.put("runs", options.runs());
    json.put("invocations_per_run", options.invocations());
    json.put("pinned_to_cpu", options.cpu() < 0 ? null : options.cpu());
    json.set("figures", mapper.valueToTree(figuresBySubject));
    Path parent = options.json().toAbsolutePath().getParent();
    Files.createDirectories(parent);
    mapper.writerWithDefaultPrettyPrinter().writeValue(options.json().toFile(), json);
  }

  /** One row for each figure; others' figures with their ratio to the function's. */
  String markdown() {
    List<String> names = List.copyOf(figuresBySubject.keySet());
    StringBuilder table = new StringBuilder("| |");
    names.forEach(name -> table.append(' ').append(name).append(" |"));
    table.append("\n|---|").append("---|".repeat(names.size())).append('\n');
    Map<String, Double> own = figuresBySubject.get(names.get(0));
    for (String figure : own.keySet()) {
      table.append("| ").append(figure.replace('_', ' ')).append(" |");
      for (String name : names) {
        double value = figuresBySubject.get(name).get(figure);
        table.append(' ').append(cell(value, own.get(figure), name.equals(names.get(0))));
        table.append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String cell(double value, double own, boolean isOwn) {
    String number = String.format(Locale.ROOT, value < 1 ? "%.3f" : "%.2f", value);
    String shown = number.replaceAll("\\.0+$", "");
    return isOwn || own == 0
        ? shown
        : String.format(Locale.ROOT, "%s (%.2f times)", shown, value / own);
  }
}
