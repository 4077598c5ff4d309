package dev.gpuadvisor.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.question.FieldNames;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schemas of what operations answer, read when the image is built. */
final class AnswerSchemas {

  /** By name, without the blanks that they have for readers. */
  private static final Map<String, String> SCHEMAS = read("/openapi/components.json");

  private static final Map<String, FieldNames> FIELDS = fields();

  private AnswerSchemas() {}

  /** The fields that an answer may have. */
  static FieldNames fields(String schema) {
    return FIELDS.get(schema);
  }

  /** All of them, as a part of an OpenAPI document. */
  static void writeComponents(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("schemas");
    for (Map.Entry<String, String> schema : SCHEMAS.entrySet()) {
      json.writeFieldName(schema.getKey());
      json.writeRawValue(schema.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static Map<String, FieldNames> fields() {
    Map<String, byte[]> schemas = new HashMap<>();
    SCHEMAS.forEach((name, schema) -> schemas.put(name, schema.getBytes(UTF_8)));
    AnswerFields reader = new AnswerFields(schemas);
    Map<String, FieldNames> fields = new HashMap<>();
    try {
      for (String name : schemas.keySet()) {
        fields.put(name, reader.of(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(fields);
  }

  private static Map<String, String> read(String name) {
    Map<String, String> schemas = new LinkedHashMap<>();
    try (InputStream file = AnswerSchemas.class.getResourceAsStream(name);
        JsonParser parser = Json.parser(file.readAllBytes())) {
      parser.nextToken();
      parser.nextToken(); // "schemas", the only field
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String schema = parser.currentName();
        parser.nextToken();
        byte[] text = Json.bytes(json -> json.copyCurrentStructure(parser));
        schemas.put(schema, sized(new String(text, UTF_8).strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return schemas;
  }

  /** Generated clients take numbers for short ones, unless the format says how long they may be. */
  private static String sized(String schema) {
    return schema
        .replace("\"type\":\"number\"", "\"type\":\"number\",\"format\":\"double\"")
        .replace("\"type\":\"integer\"", "\"type\":\"integer\",\"format\":\"int64\"");
  }
}
