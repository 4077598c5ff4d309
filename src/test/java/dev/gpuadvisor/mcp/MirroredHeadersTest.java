package dev.gpuadvisor.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers of the stateless revision say what the body says, or nothing is done. */
class MirroredHeadersTest {

  private static final String CALL =
      Mcp.statelessMessage("tools/call", Mcp.call("list_offers", "{}"));

  @ParameterizedTest
  @CsvSource({
    "mcp-protocol-version,",
    "mcp-protocol-version, 2025-11-25",
    "mcp-protocol-version, 2026-07-29",
    "mcp-protocol-version, '2026-07-28,2026-07-28'",
    "mcp-method,",
    "mcp-method, tools/list",
    "mcp-method, TOOLS/CALL",
    "mcp-name,",
    "mcp-name, find_models",
    "mcp-name, =?base64?bGlzdF9vZmZlcnM?===",
    "mcp-name, =?base64?!?=",
    "mcp-name, =?base64?=",
    "mcp-name, =?BASE64?bGlzdF9vZmZlcnM=?="
  })
  void mustNotDisagreeWithTheBody(String header, String value) {
    Map<String, String> headers = new HashMap<>(Mcp.statelessHeaders("tools/call", "list_offers"));
    if (value == null) {
      headers.remove(header);
    } else {
      headers.put(header, value);
    }

    RefusedMessagesTest.assertError(-32020, 400, Mcp.post(CALL, headers));
  }

  @Test
  void maySayTheSameInAnotherWay() {
    String base64 = Base64.getEncoder().encodeToString("list_offers".getBytes(UTF_8));
    for (String name : new String[] {"  list_offers\t", "=?base64?" + base64 + "?="}) {
      ApiResponse response = Mcp.post(CALL, Mcp.statelessHeaders("tools/call", name));
      assertEquals(200, response.status(), Asking.text(response));
    }
  }
}
