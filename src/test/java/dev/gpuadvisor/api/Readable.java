package dev.gpuadvisor.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** JSON for readers: what fits on a line stands on one. */
final class Readable {

  private static final int WIDTH = 120;

  private Readable() {}

  static String print(JsonNode node) {
    return print(node, "") + "\n";
  }

  private static String print(JsonNode node, String indent) {
    String line = node.toString();
    if (node.isValueNode() || indent.length() + line.length() <= WIDTH) {
      return line;
    }
    String deeper = indent + "  ";
    String between = ",\n" + deeper;
    if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(print(item, deeper)));
      return "[\n" + deeper + String.join(between, items) + "\n" + indent + "]";
    }
    List<String> fields = new ArrayList<>();
    node.properties()
        .forEach(
            field -> fields.add("\"" + field.getKey() + "\": " + print(field.getValue(), deeper)));
    return "{\n" + deeper + String.join(between, fields) + "\n" + indent + "}";
  }
}
