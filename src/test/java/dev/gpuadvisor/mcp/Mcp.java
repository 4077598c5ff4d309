package dev.gpuadvisor.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** A client of either generation, which can also be made to say something else. */
public final class Mcp {

  static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  private static final Api API = allowing("https://good.example, http://localhost:6274");

  private Mcp() {}

  static Api allowing(String origins) {
    return GpuAdvisor.api(
        BundledCatalog.catalog(),
        Clock.fixed(Asking.NOON, ZoneOffset.UTC),
        SlackSettings.from(name -> null, Outbox.atOnce()),
        McpSettings.from(Map.of("ALLOWED_ORIGINS", origins)::get));
  }

  /** As typed by hand: nothing but the body. */
  static ApiResponse post(String body) {
    return post(body, Map.of());
  }

  static ApiResponse post(String body, Map<String, String> headers) {
    return API.handle(request(body.getBytes(UTF_8), headers));
  }

  static ApiResponse post(byte[] body, Map<String, String> headers) {
    return API.handle(request(body, headers));
  }

  public static ApiRequest request(byte[] body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.putIfAbsent("content-type", "application/json");
    all.putIfAbsent("accept", "application/json, text/event-stream");
    return Asking.request("POST", "/mcp", all, body);
  }

  /** A request as clients of 2025-11-25 send it after their handshake. */
  static ApiResponse shaken(String method, String params) {
    return post(message(method, params), Map.of("mcp-protocol-version", "2025-11-25"));
  }

  /**
   * A request as clients of 2026-07-28 send it.
   *
   * @param params fields without braces; empty for none besides {@code _meta}
   */
  static ApiResponse stateless(String method, String params) {
    return post(statelessMessage(method, params), statelessHeaders(method, name(params)));
  }

  public static String statelessMessage(String method, String params) {
    return message(method, params.isEmpty() ? META : params + "," + META);
  }

  /**
   * @param name of a tool; null for none
   */
  public static Map<String, String> statelessHeaders(String method, String name) {
    Map<String, String> headers = new HashMap<>();
    headers.put("mcp-protocol-version", "2026-07-28");
    headers.put("mcp-method", method);
    if (name != null) {
      headers.put("mcp-name", name);
    }
    return headers;
  }

  public static String message(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\""
        + method
        + "\",\"params\":{"
        + params
        + "}}";
  }

  public static String call(String tool, String arguments) {
    return "\"name\":\"" + tool + "\",\"arguments\":" + arguments;
  }

  static JsonNode json(ApiResponse response) {
    return Asking.json(Asking.text(response));
  }

  static JsonNode result(ApiResponse response) {
    JsonNode result = json(response).path("result");
    if (response.status() != 200 || !result.isObject()) {
      throw new AssertionError(response.status() + ": " + Asking.text(response));
    }
    return result;
  }

  /** The bytes of the structured content, as they were sent. */
  static String structuredContent(ApiResponse response) {
    String text = Asking.text(response);
    int start = text.indexOf("\"structuredContent\":") + "\"structuredContent\":".length();
    return text.substring(start, text.lastIndexOf(",\"isError\":false"));
  }

  private static String name(String params) {
    JsonNode all = Asking.json("{" + params + "}");
    JsonNode name = all.has("uri") ? all.path("uri") : all.path("name");
    return name.isTextual() ? name.asText() : null;
  }
}
