package dev.gpuadvisor.api.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schemas of what operations answer, read when the image is built. */
final class AnswerSchemas {

  static final String COMPONENTS = read("/openapi/components.json");

  private AnswerSchemas() {}

  private static String read(String name) {
    try (InputStream file = AnswerSchemas.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
