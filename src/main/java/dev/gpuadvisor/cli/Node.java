package dev.gpuadvisor.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of an answer in JSON: a map, a list, a text, a number or a yes and no; null where there is
 * none, which every question about it survives.
 */
record Node(Object value) {

  private static final Node NONE = new Node(null);

  /**
   * @throws IOException where it is no JSON
   */
  static Node read(byte[] json) throws IOException {
    try (JsonParser parser = Json.parser(json)) {
      parser.nextToken();
      Node node = new Node(value(parser));
      if (parser.nextToken() != null) {
        throw new IOException("more than one value");
      }
      return node;
    }
  }

  private static Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == null) {
      throw new IOException("not whole");
    }
    return switch (token) {
      case START_OBJECT -> fields(json);
      case START_ARRAY -> elements(json);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      case VALUE_NULL -> null;
      default -> json.getText();
    };
  }

  private static Object number(JsonParser json) throws IOException {
    return json.isNaN() ? json.getText() : json.getDecimalValue();
  }

  private static Map<String, Object> fields(JsonParser json) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String name; (name = json.nextFieldName()) != null; ) {
      json.nextToken();
      fields.put(name, value(json));
    }
    return fields;
  }

  private static List<Object> elements(JsonParser json) throws IOException {
    List<Object> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(json));
    }
    return elements;
  }

  /**
   * @param path names with dots between them, {@code price.usd_per_hour}
   */
  Node at(String path) {
    Node node = this;
    for (String name : path.split("\\.")) {
      node = node.value instanceof Map<?, ?> fields ? new Node(fields.get(name)) : NONE;
    }
    return node;
  }

  boolean isPresent() {
    return value != null;
  }

  /** Its elements; none where it is no list. */
  List<Node> list() {
    return value instanceof List<?> elements
        ? elements.stream().map(Node::new).toList()
        : List.of();
  }

  /** Its fields; none where it is no object. */
  Map<String, Node> fields() {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, field) -> fields.put((String) name, new Node(field)));
    }
    return fields;
  }

  /** As it is written; empty where there is none. */
  String text() {
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : value == null ? "" : value.toString();
  }

  Optional<BigDecimal> number() {
    return value instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
  }

  /** Nought where there is none. */
  BigDecimal decimal() {
    return number().orElse(BigDecimal.ZERO);
  }

  long whole() {
    return decimal().longValue();
  }

  boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }
}
