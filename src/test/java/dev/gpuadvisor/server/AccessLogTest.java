package dev.gpuadvisor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A line of the access log. */
class AccessLogTest {

  @Test
  void isOneLineOfJsonWhateverIsAsked() throws IOException {
    AccessLog.Line line =
        new AccessLog.Line(
            Instant.parse("2026-11-26T12:00:00.123456Z"),
            "192.0.2.1",
            "GET",
            "/v1/\"\n\u0000" + "x".repeat(1000),
            "none",
            404,
            443,
            1_234_567,
            null);

    String text = new String(line.json(), java.nio.charset.StandardCharsets.UTF_8).strip();

    assertFalse(text.contains("\n"));
    JsonNode json = new ObjectMapper().readTree(text);
    assertEquals("2026-11-26T12:00:00.123Z", json.get("time").asText());
    assertEquals(256, json.get("path").asText().length());
    assertEquals(1234, json.get("microseconds").asInt());
    assertEquals(404, json.get("status").asInt());
    assertFalse(json.has("user_agent"));
  }
}
