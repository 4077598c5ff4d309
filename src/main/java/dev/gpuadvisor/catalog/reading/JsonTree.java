package dev.gpuadvisor.catalog.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON as maps, lists, texts, numbers and truths. The function reads a price file with it, too: a
 * tree of Jackson's own would cost it megabytes.
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

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonTree() {}

  /**
   * A number as it was written.
   *
   * @param whole whether without decimals and exponent
   */
  record Number(BigDecimal value, boolean whole) {

    private static final int DIGITS_OF_A_LONG = 18;

    /** Whether a long holds it. */
    boolean fits() {
      return value.precision() <= DIGITS_OF_A_LONG;
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * @throws CatalogException where this is no JSON value, or more than one
   */
  static Object read(String file, String content) {
    try (JsonParser parser = FACTORY.createParser(content.getBytes(StandardCharsets.UTF_8))) {
      if (parser.nextToken() == null) {
        return NULL;
      }
      Object value = value(parser);
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

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> new Number(new BigDecimal(parser.getText()), true);
      case VALUE_NUMBER_FLOAT -> new Number(new BigDecimal(parser.getText()), false);
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> NULL;
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (fields.put(name, value(parser)) != null) {
        throw new JsonParseException(parser, "Duplicate field '" + name + "'");
      }
    }
    return fields;
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
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
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(field -> text(field.getKey()) + ":" + text(field.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return String.valueOf(value);
  }
}
