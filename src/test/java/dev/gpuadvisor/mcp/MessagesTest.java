package dev.gpuadvisor.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to good messages of both generations. */
class MessagesTest {

  @ParameterizedTest
  @CsvSource({
    "2025-06-18, 2025-06-18",
    "2025-11-25, 2025-11-25",
    "2024-11-05, 2025-11-25",
    "2025-03-26, 2025-11-25",
    "2026-07-28, 2025-11-25",
    "tomorrow, 2025-11-25"
  })
  void shakesHandsInAVersionThatIsServed(String asked, String answered) {
    JsonNode result =
        Mcp.result(
            Mcp.post(
                Mcp.message(
                    "initialize",
                    "\"protocolVersion\":\""
                        + asked
                        + "\",\"capabilities\":{},\"clientInfo\":{}")));

    assertEquals(answered, result.path("protocolVersion").asText());
    assertEquals(
        "{\"tools\":{},\"resources\":{},\"prompts\":{}}", result.path("capabilities").toString());
    assertEquals("gpu-advisor", result.at("/serverInfo/name").asText());
    assertTrue(result.path("instructions").asText().contains("recommend_gpu"));
  }

  @Test
  void startsNoSession() {
    ApiResponse response = Mcp.post(Mcp.message("initialize", ""));

    assertFalse(response.headers().containsKey("mcp-session-id"));
    assertEquals("application/json", response.headers().get("content-type"));
    assertEquals("no-store", response.headers().get("cache-control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"notifications/initialized", "notifications/cancelled", "tools/call", "anything"})
  void takesNotificationsInSilence(String method) {
    for (String version : new String[] {"2025-06-18", "2026-07-28"}) {
      ApiResponse response =
          Mcp.post(
              "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"}",
              Map.of("mcp-protocol-version", version));

      assertEquals(202, response.status());
      assertEquals(0, response.body().length);
    }
  }

  @Test
  void answersPing() {
    assertEquals("{}", Mcp.result(Mcp.shaken("ping", "")).toString());
  }

  @Test
  void isDiscovered() {
    JsonNode result = Mcp.result(Mcp.stateless("server/discover", ""));

    assertEquals(
        "[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\"]",
        result.path("supportedVersions").toString());
    assertEquals(
        "{\"tools\":{},\"resources\":{},\"prompts\":{}}", result.path("capabilities").toString());
    assertTrue(result.hasNonNull("instructions"));
    assertCacheable(result);
    assertStateless(result);
  }

  @Test
  void listsTheSameToolsInBothGenerations() {
    JsonNode stateless = Mcp.result(Mcp.stateless("tools/list", ""));
    JsonNode shaken = Mcp.result(Mcp.shaken("tools/list", ""));

    assertEquals(
        List.of(
            "recommend_gpu",
            "estimate_memory",
            "compare_offers",
            "launch_files",
            "read_startup_log",
            "list_offers",
            "show_offer",
            "find_models"),
        ToolsTest.names(stateless));
    assertEquals(stateless.path("tools"), shaken.path("tools"));
    assertCacheable(stateless);
    assertStateless(stateless);
    assertEquals(1, shaken.size());
  }

  @Test
  void callsInBothGenerations() {
    String call = Mcp.call("find_models", "{\"search\":\"mistral\"}");
    ApiResponse stateless = Mcp.stateless("tools/call", call);
    ApiResponse shaken = Mcp.shaken("tools/call", call);

    assertStateless(Mcp.result(stateless));
    assertEquals(Mcp.structuredContent(stateless), Mcp.structuredContent(shaken));
    assertEquals(1, Mcp.result(stateless).path("content").size());
    assertEquals(Mcp.structuredContent(shaken), Mcp.result(shaken).at("/content/1/text").asText());
    assertFalse(Mcp.result(shaken).has("resultType"));
  }

  /** Who says no version at all is answered as the older generation is. */
  @Test
  void answersWhatIsTypedByHand() {
    String call = Mcp.message("tools/call", "\"name\":\"list_offers\"");

    assertEquals(
        Asking.text(Mcp.shaken("tools/call", "\"name\":\"list_offers\"")),
        Asking.text(Mcp.post(call)));
    assertEquals(
        Asking.text(Mcp.post(call)),
        Asking.text(Mcp.post(call.replace("}}", ",\"arguments\":null,\"_meta\":{\"x\":1}}}"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "\"\"",
        "\"a\\u00e9\\n\"",
        "\"\\ud800\"",
        "123456789012345678901234567890",
        "\"\u00e9\""
      })
  void answersToTheIdAsItWasWritten(String id) {
    for (String body :
        new String[] {
          "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"ping\"}",
          "\ufeff{\"method\":\"ping\", \"id\" : %s , \"jsonrpc\":\"2.0\"}",
          "{\"jsonrpc\":\"2.0\",\"method\":\"nothing\",\"id\":%s}"
        }) {
      String answer = Asking.text(Mcp.post(body.formatted(id)));
      assertTrue(answer.startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ","), answer);
    }
  }

  private static void assertCacheable(JsonNode result) {
    assertEquals(3_600_000, result.path("ttlMs").asInt());
    assertEquals("public", result.path("cacheScope").asText());
  }

  private static void assertStateless(JsonNode result) {
    assertEquals("complete", result.path("resultType").asText());
    assertEquals(
        "gpu-advisor",
        result.path("_meta").path("io.modelcontextprotocol/serverInfo").path("name").asText());
  }
}
