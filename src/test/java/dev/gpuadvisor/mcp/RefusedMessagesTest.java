package dev.gpuadvisor.mcp;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.http.Body;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of wrong message has the code and the status that the standard gives it. */
class RefusedMessagesTest {

  private static final String LIST = Mcp.statelessMessage("tools/list", "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "nonsense",
        "{\"jsonrpc\":\"2.0\"",
        "{} {}",
        "[1",
        "\u0000",
        "{\"id\":1e}"
      })
  void whatIsNoJson(String body) {
    assertError(-32700, 400, Mcp.post(body));
  }

  @Test
  void whatIsNoUtf8() {
    byte[] wide = Mcp.message("ping", "").getBytes(UTF_16LE);
    byte[] broken = Mcp.message("ping", "\"x\":\"?\"").getBytes(UTF_8);
    broken[broken.length - 5] = (byte) 0xff;

    assertError(-32700, 400, Mcp.post(wide, Map.of()));
    assertError(-32700, 400, Mcp.post(broken, Map.of()));
  }

  @Test
  void whatIsTooDeepOrTooLong() {
    byte[] long_ = new byte[Body.MOST_BYTES + 1];
    Arrays.fill(long_, (byte) ' ');

    assertError(-32700, 400, Mcp.post("[".repeat(100_000)));
    assertError(-32700, 400, Mcp.post("{\"params\":".repeat(5_000)));
    assertError(-32700, 400, Mcp.post("{\"id\":" + "9".repeat(2_000) + "}"));
    assertError(-32600, 413, Mcp.post(long_, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"ping\"",
        "1",
        "{}",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":null}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":[\"ping\"]}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{}}"
      })
  void whatIsNoMessage(String body) {
    assertError(-32600, 400, Mcp.post(body));
    assertError(-32600, 400, Mcp.post(body, Mcp.statelessHeaders("ping", null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources/subscribe",
        "prompts/set",
        "logging/setLevel",
        "completion/complete",
        "",
        "TOOLS/LIST"
      })
  void aMethodThatIsNotServed(String method) {
    assertError(-32601, 404, Mcp.stateless(method, ""));
    assertError(-32601, 200, Mcp.shaken(method, ""));
  }

  /** What the stateless revision has done away with. */
  @ParameterizedTest
  @ValueSource(strings = {"initialize", "ping"})
  void aMethodOfTheOtherGeneration(String method) {
    assertError(-32601, 404, Mcp.stateless(method, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"name\":\"nothing\"",
        "\"name\":7",
        "\"arguments\":{}",
        "\"name\":\"list_offers\",\"arguments\":[]",
        "\"name\":\"list_offers\",\"arguments\":\"{}\"",
        "\"name\":\"LIST_OFFERS\"",
        "\"name\":null"
      })
  void aCallThatIsNone(String params) {
    assertError(-32602, 400, Mcp.stateless("tools/call", params));
    assertError(-32602, 200, Mcp.shaken("tools/call", params));
  }

  @Test
  void parametersThatAreNoObject() {
    for (String params : new String[] {"[]", "7", "null", "\"x\""}) {
      String body =
          "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/list\",\"params\":" + params + "}";
      assertError(-32602, 200, Mcp.post(body));
      assertError(-32602, 400, Mcp.post(body, Mcp.statelessHeaders("tools/list", null)));
    }
  }

  @Test
  void aPageThatThereIsNot() {
    assertError(-32602, 400, Mcp.stateless("tools/list", "\"cursor\":\"2\""));
    assertError(-32602, 200, Mcp.shaken("tools/list", "\"cursor\":\"2\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"_meta\":{}",
        "\"_meta\":7",
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}",
        "\"_meta\":{\"io.modelcontextprotocol/clientCapabilities\":{}}",
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":[]}"
      })
  void aStatelessRequestThatDoesNotSayWhoAsks(String params) {
    String body = Mcp.message("tools/list", params);
    assertError(-32602, 400, Mcp.post(body, Mcp.statelessHeaders("tools/list", null)));
  }

  @Test
  void aVersionThatIsNotServed() {
    String version = "1900-01-01";
    Map<String, String> headers = new HashMap<>(Mcp.statelessHeaders("tools/list", null));
    headers.put("mcp-protocol-version", version);
    ApiResponse stateless = Mcp.post(LIST.replace("2026-07-28", version), headers);

    assertError(-32022, 400, stateless);
    assertEquals(
        "{\"supported\":[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\"],\"requested\":\"1900-01-01\"}",
        Mcp.json(stateless).at("/error/data").toString());
    assertError(-32022, 400, Mcp.post(Mcp.message("ping", ""), headers));
    assertError(-32022, 400, Mcp.post("{\"jsonrpc\":\"2.0\",\"method\":\"x\"}", headers));
  }

  /** A discovery without its headers is told what it lacks, not that there is none. */
  @Test
  void aDiscoveryTypedByHand() {
    assertError(-32602, 400, Mcp.post(Mcp.message("server/discover", "")));
    assertError(-32020, 400, Mcp.post(Mcp.statelessMessage("server/discover", "")));
  }

  static void assertError(int code, int status, ApiResponse response) {
    JsonNode answer = Mcp.json(response);
    assertEquals(code, answer.at("/error/code").asInt(), answer::toString);
    assertEquals(status, response.status(), answer::toString);
    assertEquals("2.0", answer.path("jsonrpc").asText());
    assertEquals("application/json", response.headers().get("content-type"));
    assertTrue(answer.at("/error/message").asText().length() > 10);
    assertFalse(answer.path("id").isNull());
  }
}
