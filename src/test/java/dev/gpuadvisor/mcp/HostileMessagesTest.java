package dev.gpuadvisor.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a well-formed JSON-RPC answer, or the status that the protocol names. */
class HostileMessagesTest {

  private static final int MESSAGES = 10_000;
  private static final Api API = Mcp.allowing("https://good.example");

  private static final Set<Integer> CODES = Set.of(-32700, -32600, -32601, -32602, -32020, -32022);
  private static final Set<Integer> STATUSES = Set.of(200, 202, 400, 403, 404, 406, 413);

  @ParameterizedTest
  @ValueSource(longs = {1, 20260728})
  void getAnAnswer(long seed) {
    HostileMessages messages = new HostileMessages(seed);
    for (int i = 0; i < MESSAGES; i++) {
      ApiRequest request = messages.next();
      assertWellAnswered(request, API.handle(request));
    }
  }

  /** A generator whose messages all fail in the same way would prove little. */
  @Test
  void getEveryKindOfAnswer() {
    HostileMessages messages = new HostileMessages(1);
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < MESSAGES; i++) {
      seen.merge(kind(API.handle(messages.next())), 1, Integer::sum);
    }

    assertTrue(seen.getOrDefault("200 answer", 0) > MESSAGES / 10, seen.toString());
    assertTrue(seen.getOrDefault("200 fault", 0) > MESSAGES / 50, seen.toString());
    for (String kind :
        new String[] {
          "200 -32601",
          "200 -32602",
          "202",
          "400 -32020",
          "400 -32022",
          "400 -32600",
          "400 -32602",
          "400 -32700",
          "403 -32600",
          "404 -32601",
          "406 -32600"
        }) {
      assertTrue(seen.getOrDefault(kind, 0) >= 10, kind + " in " + seen);
    }
  }

  private static void assertWellAnswered(ApiRequest request, ApiResponse response) {
    String sent = request.headers() + " " + new String(request.body(), StandardCharsets.UTF_8);
    assertTrue(STATUSES.contains(response.status()), () -> response.status() + " to " + sent);
    if (response.status() == 202) {
      assertEquals(0, response.body().length);
      return;
    }
    JsonNode answer = Asking.json(Asking.text(response));
    assertEquals("2.0", answer.path("jsonrpc").asText(), sent);
    assertTrue(answer.has("result") ^ answer.has("error"), sent);
    assertEquals(answer.has("id") ? 3 : 2, answer.size(), sent);
    if (answer.has("error")) {
      assertTrue(CODES.contains(answer.at("/error/code").asInt()), sent);
      assertTrue(answer.at("/error/message").isTextual(), sent);
    } else {
      assertEquals(200, response.status());
      assertTrue(answer.path("id").isIntegralNumber() || answer.path("id").isTextual(), sent);
    }
  }

  private static String kind(ApiResponse response) {
    if (response.body().length == 0) {
      return Integer.toString(response.status());
    }
    JsonNode answer = Asking.json(Asking.text(response));
    if (answer.has("error")) {
      return response.status() + " " + answer.at("/error/code").asInt();
    }
    return response.status() + (answer.at("/result/isError").asBoolean() ? " fault" : " answer");
  }
}
