package dev.gpuadvisor.catalogueimport;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Writes JSON as the files of the catalogue have it: lists of short values on one line. */
final class PriceListText {

  private static final int WIDTH = 90;

  private PriceListText() {}

  static String of(JsonNode node) {
    StringBuilder text = new StringBuilder();
    write(text, node, "");
    return text.append('\n').toString();
  }

  private static void write(StringBuilder text, JsonNode node, String indent) {
    if (node.isObject()) {
      List<Runnable> fields = new ArrayList<>();
      node.properties()
          .forEach(
              field ->
                  fields.add(
                      () -> {
                        text.append('"').append(field.getKey()).append("\": ");
                        write(text, field.getValue(), indent + "  ");
                      }));
      block(text, '{', fields, '}', indent);
    } else if (node.isArray() && !isShort(node)) {
      List<Runnable> values = new ArrayList<>();
      node.forEach(value -> values.add(() -> write(text, value, indent + "  ")));
      block(text, '[', values, ']', indent);
    } else if (node.isArray()) {
      List<String> values = new ArrayList<>();
      node.forEach(value -> values.add(value.toString()));
      text.append('[').append(String.join(", ", values)).append(']');
    } else {
      text.append(node);
    }
  }

  private static boolean isShort(JsonNode array) {
    int width = 0;
    for (JsonNode value : array) {
      if (value.isContainerNode()) {
        return false;
      }
      width += value.toString().length();
    }
    return width <= WIDTH;
  }

  private static void block(
      StringBuilder text, char begin, List<Runnable> parts, char end, String indent) {
    text.append(begin).append('\n');
    for (int i = 0; i < parts.size(); i++) {
      text.append(indent).append("  ");
      parts.get(i).run();
      text.append(i < parts.size() - 1 ? ",\n" : "\n");
    }
    text.append(indent).append(end);
  }
}
