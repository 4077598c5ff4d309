package dev.gpuadvisor.api.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import dev.gpuadvisor.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schemas of what operations answer, read when the image is built. */
final class AnswerSchemas {

  static final String COMPONENTS = read("/openapi/components.json");

  private AnswerSchemas() {}

  /** Without the blanks that it has for readers. */
  private static String read(String name) {
    try (InputStream file = AnswerSchemas.class.getResourceAsStream(name);
        JsonParser parser = Json.parser(file.readAllBytes())) {
      parser.nextToken();
      return new String(Json.bytes(json -> json.copyCurrentStructure(parser)), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
