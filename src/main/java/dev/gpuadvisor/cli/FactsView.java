package dev.gpuadvisor.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields of an answer under the names that the API gives them. */
final class FactsView {

  private FactsView() {}

  /** Those of parts go by a path, {@code price.usd_per_hour}. */
  static Map<String, String> flat(Node node) {
    Map<String, String> facts = new LinkedHashMap<>();
    flatten("", node, facts);
    return facts;
  }

  private static void flatten(String path, Node node, Map<String, String> facts) {
    if (!node.fields().isEmpty()) {
      node.fields()
          .forEach(
              (name, field) -> flatten(path.isEmpty() ? name : path + "." + name, field, facts));
      return;
    }
    List<Node> elements = node.list();
    if (elements.stream().anyMatch(each -> !each.fields().isEmpty())) {
      for (int i = 0; i < elements.size(); i++) {
        flatten(path + "[" + i + "]", elements.get(i), facts);
      }
      return;
    }
    String text =
        elements.isEmpty()
            ? node.list().isEmpty() && node.text().equals("[]") ? "" : node.text()
            : elements.stream().map(Node::text).collect(Collectors.joining(", "));
    if (!text.isEmpty() && !path.endsWith("sources") && !path.startsWith("history.prices")) {
      facts.put(path, text);
    }
  }
}
