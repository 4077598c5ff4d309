package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.ReadAs;
import java.io.IOException;
import java.util.List;

/** How a question was understood. */
final class ReadAsJson {

  private ReadAsJson() {}

  /** Nothing where all was written as the API writes it. */
  static void write(JsonGenerator json, List<ReadAs> readAs) throws IOException {
    if (readAs.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("read_as");
    for (ReadAs reading : readAs) {
      json.writeStartObject();
      json.writeStringField("parameter", reading.parameter());
      json.writeStringField("written", reading.written());
      json.writeStringField("meant", reading.meant());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
