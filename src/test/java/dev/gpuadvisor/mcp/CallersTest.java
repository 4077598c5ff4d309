package dev.gpuadvisor.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call, by which method of HTTP, and what they must be able to read. */
class CallersTest {

  private static final String PING = Mcp.message("ping", "");

  @ParameterizedTest
  @CsvSource({
    "https://good.example, 200",
    "http://localhost:6274, 200",
    "HTTPS://GOOD.example, 200",
    "https://evil.example, 403",
    "http://good.example, 403",
    "https://good.example:8443, 403",
    "https://good.example.evil.example, 403",
    "null, 403",
    "'', 403",
    "*, 403"
  })
  void pagesAskFromAnAllowedOrigin(String origin, int status) {
    // The host is what DNS rebinding makes of it: no reason to let anybody in.
    ApiResponse response =
        Mcp.post(PING, Map.of("origin", origin, "host", origin.replaceFirst("https?://", "")));

    assertEquals(status, response.status());
    if (status == 403) {
      RefusedMessagesTest.assertError(-32600, 403, response);
      assertFalse(Mcp.json(response).has("id"));
    }
  }

  @Test
  void noPageAsksUnlessOneIsAllowed() {
    McpSettings unset = McpSettings.from(name -> null);
    McpSettings all = McpSettings.from(name -> " * ");

    assertFalse(unset.allows("https://good.example"));
    assertFalse(McpSettings.from(name -> "").allows(""));
    assertTrue(all.allows("https://evil.example"));
  }

  @Test
  void originsAreAskedForAtEachRequest() {
    Map<String, String> environment = new HashMap<>();
    McpSettings settings = McpSettings.from(environment::get);

    assertFalse(settings.allows("https://good.example"));
    environment.put("ALLOWED_ORIGINS", "https://other.example, https://good.example");
    assertTrue(settings.allows("https://good.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "*/*",
        "text/event-stream, Application/JSON;q=0.9",
        "application/*"
      })
  void callersReadJson(String accept) {
    assertEquals(200, Mcp.post(PING, Map.of("accept", accept)).status());
  }

  @Test
  void whoReadsStreamsOnlyIsToldThatThereAreNone() {
    RefusedMessagesTest.assertError(
        -32600, 406, Mcp.post(PING, Map.of("accept", "text/event-stream")));
  }

  /** There are no streams to open, and no sessions to end. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "DELETE", "PUT"})
  void onlyPostIsAllowed(String method) {
    ApiResponse response = Asking.API.handle(Asking.request(method, "/mcp", Map.of(), new byte[0]));

    assertEquals(405, response.status());
    assertEquals("POST, OPTIONS", response.headers().get("allow"));
  }
}
