package dev.gpuadvisor.catalogueimport;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;

/**
 * Reads answers leniently where providers differ from one day to the next: order of fields, fields
 * nobody knew, null for what is missing, a text for a number. What is needed and not there is told
 * by name.
 */
public final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  static JsonNode read(InputStream in) throws IOException {
    try {
      JsonNode tree = MAPPER.readTree(in);
      if (tree == null || tree.isMissingNode()) {
        throw new ImportException("The answer is empty.");
      }
      return tree;
    } catch (JacksonException e) {
      throw new ImportException("The answer is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The list at a name, or the answer itself where it is a list; null is a list of nothing. */
  public static JsonNode list(JsonNode node, String field) {
    JsonNode list = node.isArray() ? node : node.path(field);
    if (list.isNull()) {
      return MAPPER.createArrayNode();
    }
    if (!list.isArray()) {
      throw new ImportException("The answer has no list '" + field + "'.");
    }
    return list;
  }

  /**
   * The list of one page of several.
   *
   * @param first whether it is the first; a later one without a list is an empty one
   */
  public static JsonNode page(JsonNode node, String field, boolean first) {
    return first || node.has(field) || node.isArray()
        ? list(node, field)
        : MAPPER.createArrayNode();
  }

  /** Blank where there is none. */
  public static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
  }

  /** Null where there is none; a text that is no number is a fault. */
  public static BigDecimal decimal(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    String text = text(node, field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new ImportException("'" + field + "' is no number: " + text, e);
    }
  }

  /** As many as it says, or else so many. */
  public static int count(JsonNode node, String field, int otherwise) {
    BigDecimal value = decimal(node, field);
    return value == null ? otherwise : value.intValue();
  }

  /** True of {@code true}, and of what is not there where that is the default. */
  public static boolean flag(JsonNode node, String field, boolean otherwise) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() ? otherwise : value.asBoolean(otherwise);
  }
}
