package dev.gpuadvisor.function.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A failure as the Lambda Runtime API wants it told. */
final class ErrorReport {

  private static final int MAX_FRAMES = 50;
  private static final JsonFactory JSON = new JsonFactory();

  private ErrorReport() {}

  static byte[] of(Throwable failure) {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(report)) {
      json.writeStartObject();
      json.writeStringField("errorMessage", String.valueOf(failure.getMessage()));
      json.writeStringField("errorType", failure.getClass().getName());
      json.writeArrayFieldStart("stackTrace");
      StackTraceElement[] frames = failure.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
        json.writeString(frames[i].toString());
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return report.toByteArray();
  }
}
