package dev.gpuadvisor.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gpuadvisor.function.testing.Events;
import dev.gpuadvisor.function.testing.HostileEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GatewayHandlerTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final GatewayHandler handler = new GatewayHandler();

  @ParameterizedTest
  @MethodSource
  void answersEveryEventAsTheGatewayTakesIt(String event) throws IOException {
    assertIsResponse(answer(Events.all().get(event)));
  }

  static Iterable<String> answersEveryEventAsTheGatewayTakesIt() {
    return Events.all().keySet();
  }

  @Test
  void answersHealth() throws IOException {
    JsonNode answer = answer(Events.event("get-health"));
    assertEquals(200, answer.get("statusCode").intValue());
    assertEquals("application/json", answer.get("headers").get("content-type").textValue());
  }

  @ParameterizedTest
  @CsvSource({
    "mcp-discover, 200, /result/supportedVersions/0, 2026-07-28",
    "mcp-tools-list, 200, /result/tools/7/name, find_models",
    "mcp-tools-call, 200, /result/structuredContent/picks/recommended/offer, AMPERE_24",
    "mcp-tools-call-fault, 200, /result/isError, true",
    "mcp-header-mismatch, 400, /error/code, -32020",
    "mcp-initialize, 200, /result/protocolVersion, 2025-11-25",
    "mcp-get, 405, /status, 405"
  })
  void answersMessagesOfMcp(String event, int status, String at, String value) throws IOException {
    JsonNode answer = answer(Events.event(event));
    assertEquals(status, answer.get("statusCode").intValue());
    assertEquals(value, JSON.readTree(answer.get("body").textValue()).at(at).asText());
  }

  @Test
  void answersAnMcpNotificationWithNothing() throws IOException {
    JsonNode answer = answer(Events.event("mcp-initialized"));
    assertEquals(202, answer.get("statusCode").intValue());
    assertEquals("", answer.get("body").textValue());
  }

  @Test
  void answersAnUnreadableEventWithAProblemDocument() throws IOException {
    JsonNode answer = answer(Events.event("truncated"));
    assertEquals(400, answer.get("statusCode").intValue());
    assertEquals("application/problem+json", answer.get("headers").get("content-type").textValue());
    assertEquals(
        "{\"type\":\"urn:gpu-advisor:problem:unreadable-event\","
            + "\"title\":\"Unreadable event\",\"status\":400,"
            + "\"detail\":\"The event is not well-formed JSON.\"}\n",
        answer.get("body").textValue());
  }

  @Test
  void neverBlamesItselfForWhatACallerSends() throws IOException {
    HostileEvents events = new HostileEvents(4);
    for (int i = 0; i < 2_000; i++) {
      JsonNode answer = answer(events.next());
      assertIsResponse(answer);
      assertTrue(answer.get("statusCode").intValue() < 500, answer::toString);
    }
  }

  private static void assertIsResponse(JsonNode answer) {
    assertEquals(
        List.of("statusCode", "headers", "body", "isBase64Encoded"),
        List.copyOf(answer.properties().stream().map(property -> property.getKey()).toList()));
    assertTrue(answer.get("statusCode").isInt());
    boolean hasContent = !answer.path("body").asText().isEmpty();
    assertTrue(answer.get("headers").has("content-type") || !hasContent, answer::toString);
    assertTrue(answer.get("body").isTextual());
    assertFalse(answer.get("isBase64Encoded").booleanValue());
  }

  private JsonNode answer(byte[] event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), answer, null);
    return JSON.readTree(answer.toByteArray());
  }
}
