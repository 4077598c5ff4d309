package dev.gpuadvisor.server;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.api.Golden;
import dev.gpuadvisor.api.GoldenRequests;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.mcp.Mcp;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same requests through both doors: HTTP, and payload-2.0 events that the mock event server
 * hands to the function. Both answer what the API answers.
 */
@QuarkusTest
class DoorsTest {

  private static final Api API =
      GpuAdvisor.api(
          BundledCatalog.catalog(),
          Clock.systemUTC(),
          SlackSettings.from(name -> null, Outbox.atOnce()),
          McpSettings.from(name -> null));

  /** Content types are sent as they are, without a charset. */
  private static final RestAssuredConfig AS_IT_IS =
      RestAssured.config()
          .decoderConfig(decoderConfig().noContentDecoders())
          .encoderConfig(
              encoderConfig()
                  .defaultContentCharset(UTF_8)
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  @ConfigProperty(name = "quarkus.http.test-port")
  int serverPort;

  @ConfigProperty(name = "quarkus.lambda.mock-event-server.test-port")
  int functionPort;

  static Stream<ApiRequest> requests() {
    return Stream.of(golden(), more(), bodies(), messages()).flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void answerAsTheApi(ApiRequest request) {
    ApiResponse expected = API.handle(request);

    assertAnswer(API.handle(atTheServer(request)), overHttp(request));
    assertAnswer(expected, asEvent(request, false));
    assertAnswer(expected, asEvent(request, true));
  }

  @Test
  void isNotModified() {
    ApiRequest request = asked("GET", "/v1/models", Map.of());
    String etag = API.handle(request).headers().get("etag");
    ApiRequest again = asked("GET", "/v1/models", Map.of("if-none-match", etag));

    assertEquals(304, overHttp(again).status());
    assertEquals(304, asEvent(again, false).status());
  }

  private static Stream<ApiRequest> golden() {
    return GoldenRequests.all()
        .filter(golden -> !golden.name().equals("problem-percent-sign")) // no client sends it
        .map(Golden::request);
  }

  private static Stream<ApiRequest> more() {
    return Stream.of(
            "GET /openapi",
            "GET /",
            "HEAD /",
            "GET /?model=qwen2.5-14b&context=&lang=fr",
            "GET /?model=%3Cscript%3E&nothing=1",
            "GET /nowhere",
            "GET /v1/offers/",
            "GET /v1/models/Qwen/Qwen2.5-14B-Instruct",
            "GET /v1/models?search=qwen%202.5&lang=fr",
            "GET /v1/models/%E2%98%83",
            "GET /v1/report?model=qwen2.5-14b&lang=fr",
            "GET /v1/report?model=qwen2.5-14b&format=html",
            "HEAD /v1/offers",
            "HEAD /v1/offers/nothing",
            "OPTIONS /v1/recommendations",
            "PUT /v1/recommendations",
            "PATCH /v1/offers/AMPERE_24",
            "DELETE /health",
            "BREW /health",
            "POST /v1/offers")
        .map(line -> line.split(" "))
        .map(parts -> asked(parts[0], parts[1], Map.of()));
  }

  private static Stream<ApiRequest> bodies() {
    Map<String, String> headers = Map.of("content-type", "application/json");
    return Stream.of(
            "",
            "{\"model\":\"qwen2.5-14b\",\"context\":4096}",
            "{\"model\":\"\u00e9\u4e2d\ud83d\ude00\"}",
            "\ufeff{\"model\":\"qwen2.5-14b\"}",
            "[".repeat(300_000))
        .map(json -> Asking.request("POST", "/v1/estimate", headers, json.getBytes(UTF_8)));
  }

  private static Stream<ApiRequest> messages() {
    String call = Mcp.call("recommend_gpu", "{\"model\":\"qwen2.5-14b\",\"lang\":\"fr\"}");
    Map<String, String> headers = Mcp.statelessHeaders("tools/call", "recommend_gpu");
    return Stream.concat(
        Stream.of("", "[]", Mcp.message("ping", ""), Mcp.message("tools/call", call))
            .map(body -> Mcp.request(body.getBytes(UTF_8), Map.of())),
        Stream.of(
            Mcp.request(Mcp.statelessMessage("tools/call", call).getBytes(UTF_8), headers),
            Mcp.request(Mcp.statelessMessage("tools/list", "").getBytes(UTF_8), headers),
            Mcp.request(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}".getBytes(UTF_8),
                Map.of()),
            Mcp.request(new byte[0], Map.of("origin", "https://evil.example")),
            asked("GET", "/mcp", Map.of()),
            asked("DELETE", "/mcp", Map.of())));
  }

  private static ApiRequest asked(String method, String target, Map<String, String> headers) {
    return Asking.request(method, target, headers, new byte[0]);
  }

  private static void assertAnswer(ApiResponse expected, ApiResponse answer) {
    assertEquals(Asking.text(expected), Asking.text(answer));
    assertEquals(expected.status(), answer.status());
    for (String header : new String[] {"content-type", "etag", "allow", "vary"}) {
      assertEquals(expected.headers().get(header), answer.headers().get(header), header);
    }
  }

  /** The server knows by what address it is asked, which links in an answer are made of. */
  private ApiRequest atTheServer(ApiRequest request) {
    return new ApiRequest(
        request.routeKey(),
        request.pathParameters(),
        request.rawQuery(),
        request.headers(),
        "http://localhost:" + serverPort,
        request.body());
  }

  private ApiResponse overHttp(ApiRequest request) {
    String[] route = request.routeKey().split(" ", 2);
    RequestSpecification specification =
        given().config(AS_IT_IS).urlEncodingEnabled(false).port(serverPort);
    request.headers().forEach(specification::header);
    if (request.body().length > 0) {
      specification.body(new String(request.body(), UTF_8));
    }
    String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    Response response = specification.request(route[0], route[1] + query);
    Map<String, String> headers = Events.headers(response);
    headers.computeIfPresent("vary", (name, vary) -> ofTheApi(vary));
    return new ApiResponse(response.statusCode(), headers, response.asByteArray());
  }

  /** The server's answers also differ by what it lets read them, and packs. */
  private static String ofTheApi(String vary) {
    List<String> own = List.of("origin", "accept-encoding");
    String others =
        Stream.of(vary.split(", ")).filter(each -> !own.contains(each)).collect(joining(", "));
    return others.isEmpty() ? null : others;
  }

  private ApiResponse asEvent(ApiRequest request, boolean base64) {
    Response response =
        given()
            .config(AS_IT_IS)
            .port(functionPort)
            .contentType("application/json")
            .body(Events.of(request, base64))
            .post("/");
    assertEquals(200, response.statusCode(), response.asString());
    JsonPath answer = response.jsonPath();
    return new ApiResponse(
        answer.getInt("statusCode"),
        answer.getMap("headers", String.class, String.class),
        answer.getString("body").getBytes(UTF_8));
  }
}
