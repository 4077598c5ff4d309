package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.StreamSupport;

/** How the tests ask the API: on a day that does not change. */
public final class Asking {

  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  public static final Api API = at(NOON);

  /** Numbers keep their digits. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final byte[] NO_BODY = {};

  private Asking() {}

  static Api at(Instant instant) {
    return GpuAdvisor.api(
        BundledCatalog.catalog(),
        Clock.fixed(instant, ZoneOffset.UTC),
        SlackSettings.from(name -> null, Outbox.atOnce()),
        McpSettings.from(name -> null));
  }

  /**
   * @param target path and query, as in a URL
   */
  public static ApiResponse get(String target) {
    return API.handle(request("GET", target, Map.of(), NO_BODY));
  }

  public static ApiResponse post(String target, String json) {
    Map<String, String> headers = Map.of("content-type", "application/json");
    return API.handle(request("POST", target, headers, json.getBytes(UTF_8)));
  }

  static ApiResponse form(String target, String form) {
    Map<String, String> headers = Map.of("content-type", "application/x-www-form-urlencoded");
    return API.handle(request("POST", target, headers, form.getBytes(UTF_8)));
  }

  public static ApiRequest request(
      String method, String target, Map<String, String> headers, byte[] body) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    String rawQuery = query < 0 ? "" : target.substring(query + 1);
    return new ApiRequest(method + " " + path, Map.of(), rawQuery, headers, body);
  }

  public static String text(ApiResponse response) {
    return new String(response.body(), UTF_8);
  }

  static JsonNode json(ApiResponse response) {
    return json(text(response));
  }

  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  /** The answer to a question that has one. */
  static JsonNode answer(String target) {
    ApiResponse response = get(target);
    if (response.status() != 200) {
      throw new AssertionError(target + ": " + response.status() + " " + text(response));
    }
    return json(response);
  }

  /** The faults that a problem document names. */
  public static JsonNode errors(ApiResponse response) {
    return json(response).path("errors");
  }

  /** The recommendation for a model, with what else is asked after it. */
  static JsonNode recommend(String model) {
    return answer("/v1/recommendations?model=" + model);
  }

  /** What a recommendation says of an offer. */
  static JsonNode assessment(JsonNode answer, String offer) {
    return StreamSupport.stream(answer.path("assessments").spliterator(), false)
        .filter(each -> each.path("offer").asText().equals(offer))
        .findFirst()
        .orElseThrow();
  }
}
