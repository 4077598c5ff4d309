package dev.gpuadvisor.function;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.http.ApiResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/** An answer as payload format 2.0 has it. */
final class GatewayResponse {

  private GatewayResponse() {}

  static void write(ApiResponse response, OutputStream out) throws IOException {
    try (JsonGenerator json = EventJson.FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", response.status());
      json.writeObjectFieldStart("headers");
      // In order: a map of the JDK's own has another one in each process.
      for (Map.Entry<String, String> header : new TreeMap<>(response.headers()).entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      json.writeFieldName("body");
      BodyText body = BodyText.of(response.body());
      json.writeRawUTF8String(body.bytes(), 0, body.length());
      json.writeBooleanField("isBase64Encoded", false);
      json.writeEndObject();
    }
  }
}
