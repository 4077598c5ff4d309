package dev.gpuadvisor.catalog.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * JSON as objects, lists, texts, numbers and truths. The function reads a price file with it, too:
 * a tree of Jackson's own would cost it megabytes.
 */
final class JsonTree {

  /** What JSON calls null: no value of any type. */
  static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private static final int USUAL_FIELDS = 16;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;
  private final boolean sharing;

  private JsonTree(JsonParser parser, boolean sharing) {
    this.parser = parser;
    this.sharing = sharing;
  }

  /**
   * @param content in UTF-8
   * @param sharing whether what many entries say lies in memory once: as it should in an image,
   *     while a function that reads a file at its start has no time for that
   * @throws CatalogException where this is no JSON value, or more than one
   */
  static Object read(String file, byte[] content, boolean sharing) {
    try (JsonParser parser = FACTORY.createParser(content)) {
      if (parser.nextToken() == null) {
        return NULL;
      }
      Object value = new JsonTree(parser, sharing).value();
      if (parser.nextToken() != null) {
        throw new CatalogException(file + ": not JSON: more than one value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new CatalogException(file + ": not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new CatalogException(file + ": not JSON: " + e.getMessage(), e);
    }
  }

  private Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> sharing ? parser.getText().intern() : parser.getText();
      case VALUE_NUMBER_INT -> new JsonNumber(new BigDecimal(parser.getText()), true);
      case VALUE_NUMBER_FLOAT -> new JsonNumber(new BigDecimal(parser.getText()), false);
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> NULL;
    };
  }

  private JsonObject object() throws IOException {
    JsonObject fields = new JsonObject(USUAL_FIELDS);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (fields.find(name) >= 0) {
        throw new JsonParseException(parser, "Duplicate field '" + name + "'");
      }
      fields.add(name, value());
    }
    return fields;
  }

  private List<Object> list() throws IOException {
    List<Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return values;
  }

  /** As JSON has it, to be shown. */
  static String text(Object value) {
    if (value instanceof String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonTree::text).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof JsonObject object) {
      return object.names().stream()
          .map(name -> text(name) + ":" + text(object.value(name)))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return String.valueOf(value);
  }
}
