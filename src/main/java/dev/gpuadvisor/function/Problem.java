package dev.gpuadvisor.function;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.api.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Problem documents (RFC 9457) for events that never become a request of the API. */
final class Problem {

  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/problem+json");

  private Problem() {}

  static ApiResponse response(int status, String detail) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator json = EventJson.FACTORY.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("type", "about:blank");
      json.writeStringField("title", title(status));
      json.writeNumberField("status", status);
      json.writeStringField("detail", detail);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ApiResponse(status, HEADERS, body.toByteArray());
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 413 -> "Content Too Large";
      default -> "Internal Server Error";
    };
  }
}
