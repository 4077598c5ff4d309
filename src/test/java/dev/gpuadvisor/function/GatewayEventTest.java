package dev.gpuadvisor.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gpuadvisor.function.testing.Events;
import dev.gpuadvisor.http.ApiRequest;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayEventTest {

  @ParameterizedTest
  @CsvSource({
    "get, GET /v1/recommendations",
    "get-path-parameter, GET /v1/models/{id}",
    "get-named-stage, GET /v1/offers/AMPERE_24",
    "get-named-stage-root, GET /",
    "get-page, GET /",
    "get-proxy-route, GET /v1/offers",
    "unknown-route, GET /wp-login.php",
    "head, HEAD /v1/offers",
    "options, OPTIONS /v1/recommendations",
    "function-url-get, GET /v1/recommendations",
    "function-url-post, POST /v1/recommendations",
    "odd-types, GET /health",
  })
  void namesTheOperation(String event, String routeKey) throws Exception {
    assertEquals(routeKey, read(event).routeKey());
  }

  @Test
  void leavesTheQueryAsItIs() throws Exception {
    assertEquals(
        "model=qwen2.5-14b&quantization=8bit&quantization=4bit"
            + "&provider=runpod-serverless&budget_per_hour=0.8",
        read("get-multi-value-query").rawQuery());
    assertEquals("", read("get-health").rawQuery());
    assertEquals("", read("odd-types").rawQuery());
  }

  @Test
  void takesPathParametersWhereTheGatewayHasRouted() throws Exception {
    assertEquals(
        Map.of("id", "Qwen/Qwen2.5-14B-Instruct"), read("get-path-parameter").pathParameters());
    assertEquals(Map.of(), read("get-proxy-route").pathParameters());
  }

  @Test
  void namesHeadersInLowerCase() throws Exception {
    Map<String, String> headers = read("get-mixed-case-header").headers();
    assertEquals("\"0\"", headers.get("if-none-match"));
    assertEquals("*/*", headers.get("accept"));
  }

  @Test
  void decodesTheBody() throws Exception {
    assertEquals(
        "{\"model\":\"qwen2.5-14b\",\"quantization\":[\"8bit\",\"4bit\"],\"context\":8192,"
            + "\"note\":\"d'où ça \\u20ac 🚀\"}",
        body("post-json"));
    assertEquals(
        "command=%2Fgpu&text=qwen2.5-14b+8bit&user_id=U2147483697&team_domain=example",
        body("post-form-base64"));
    assertEquals("{\"model\":\"llama-3.1-8b\"}", body("function-url-post"));
    assertEquals("", body("post-missing-body"));
    assertEquals("", body("odd-types"));
  }

  @ParameterizedTest
  @CsvSource({
    "malformed, 400, event.not_json",
    "truncated, 400, event.not_json",
    "two-events, 400, event.not_json",
    "list, 400, event.not_json",
    "empty, 400, event.not_json",
    "not-utf-8, 400, event.not_json",
    "empty-object, 400, event.not_http",
    "payload-1.0, 400, event.not_http",
    "queue, 400, event.not_http",
    "post-bad-base64, 400, event.not_base64",
    "huge, 413, event.too_large",
    "deep, 413, event.too_large",
  })
  void saysWhatIsWrongWithAnEvent(String event, int status, String message) {
    UnreadableEventException e = assertThrows(UnreadableEventException.class, () -> read(event));
    assertEquals(status, e.problem().status());
    assertEquals(message, e.getMessage());
  }

  private static String body(String event) throws Exception {
    return new String(read(event).body(), UTF_8);
  }

  private static ApiRequest read(String event) throws UnreadableEventException {
    return GatewayEvent.read(new ByteArrayInputStream(Events.all().get(event)));
  }
}
