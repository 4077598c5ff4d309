package dev.gpuadvisor.operation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.question.FieldNames;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From JSON Schemas to the fields that they allow. */
final class AnswerFields {

  /** What a reference to one begins with. */
  private static final String SCHEMAS = "#/components/schemas/";

  private final Map<String, byte[]> schemas;
  private final Map<String, FieldNames> read = new HashMap<>();

  /**
   * @param schemas by their names; none contains itself
   */
  AnswerFields(Map<String, byte[]> schemas) {
    this.schemas = schemas;
  }

  FieldNames of(String schema) throws IOException {
    FieldNames names = read.get(schema);
    if (names == null) {
      try (JsonParser parser = Json.parser(schemas.get(schema))) {
        parser.nextToken();
        names = read(parser);
      }
      read.put(schema, names);
    }
    return names;
  }

  /** Of an object its properties, of an array those of its entries, of others none. */
  private FieldNames read(JsonParser parser) throws IOException {
    List<FieldNames> parts = new ArrayList<>();
    for (String keyword; (keyword = parser.nextFieldName()) != null; ) {
      JsonToken value = parser.nextToken();
      switch (keyword) {
        case "$ref" -> parts.add(of(parser.getText().substring(SCHEMAS.length())));
        case "properties" -> parts.add(properties(parser));
        case "items" -> parts.add(read(parser));
        case "anyOf" -> {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            parts.add(read(parser));
          }
        }
        default -> {
          if (value.isStructStart()) {
            parser.skipChildren();
          }
        }
      }
    }
    return parts.stream().reduce(FieldNames.NONE, FieldNames::and);
  }

  private FieldNames properties(JsonParser parser) throws IOException {
    Map<String, FieldNames> properties = new LinkedHashMap<>();
    for (String name; (name = parser.nextFieldName()) != null; ) {
      parser.nextToken();
      properties.put(name, read(parser));
    }
    return new FieldNames(properties);
  }
}
