package dev.gpuadvisor.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The JSON Schemas of what operations answer, read when the image is built. */
public final class AnswerSchemas {

  private static final String IN_OPENAPI = "#/components/schemas/";
  private static final String IN_SCHEMA = "#/$defs/";

  /** By name, without the blanks that they have for readers. */
  private static final Map<String, String> SCHEMAS = read("/openapi/components.json");

  private AnswerSchemas() {}

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

  /** One that needs nothing besides: what it refers to is inside. */
  public static void writeSelfContained(JsonGenerator json, String name) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "object");
    json.writeStringField("$ref", IN_SCHEMA + name);
    json.writeObjectFieldStart("$defs");
    for (String needed : neededBy(name)) {
      json.writeFieldName(needed);
      json.writeRawValue(SCHEMAS.get(needed).replace(IN_OPENAPI, IN_SCHEMA));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** In order, so that the same schema is always the same bytes. */
  private static TreeSet<String> neededBy(String name) {
    TreeSet<String> needed = new TreeSet<>();
    addNeeded(name, needed);
    return needed;
  }

  private static void addNeeded(String name, TreeSet<String> needed) {
    if (!needed.add(name)) {
      return;
    }
    String schema = SCHEMAS.get(name);
    for (int at = schema.indexOf(IN_OPENAPI); at >= 0; at = schema.indexOf(IN_OPENAPI, at)) {
      at += IN_OPENAPI.length();
      int end = at; // of the name: a reference may go on into the schema
      while (Character.isLetter(schema.charAt(end))) {
        end++;
      }
      addNeeded(schema.substring(at, end), needed);
    }
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
        schemas.put(schema, new String(text, UTF_8).strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return schemas;
  }
}
