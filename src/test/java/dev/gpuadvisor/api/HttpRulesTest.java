package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, paths, caching: what HTTP says, whatever the operation. */
class HttpRulesTest {

  private static final String QUESTION = "/v1/recommendations?model=qwen2.5-14b";
  private static final byte[] NO_BODY = {};

  @ParameterizedTest
  @ValueSource(
      strings = {QUESTION, "/openapi", "/health", "/v1/offers/x", "/nowhere", "/v1/models?a=b"})
  void answersHeadAsGetWithoutBody(String target) {
    ApiResponse get = Asking.get(target);
    ApiResponse head = ask("HEAD", target, Map.of());

    assertEquals(get.status(), head.status());
    assertEquals(get.headers(), head.headers());
    assertEquals(0, head.body().length);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/recommendations, 'GET, POST, HEAD, OPTIONS'",
    "/v1/estimate, 'GET, POST, HEAD, OPTIONS'",
    "/v1/offers/AMPERE_24, 'GET, HEAD, OPTIONS'",
    "/health, 'GET, HEAD, OPTIONS'"
  })
  void saysWhichMethodsThereAre(String path, String allow) {
    ApiResponse options = ask("OPTIONS", path, Map.of());
    ApiResponse refused = ask("DELETE", path, Map.of());

    assertEquals(204, options.status());
    assertEquals(allow, options.headers().get("allow"));
    assertEquals(0, options.body().length);
    assertEquals(405, refused.status());
    assertEquals(allow, refused.headers().get("allow"));
    Schemas.assertValid("Problem", Asking.text(refused));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/recomendations, /v1/recommendations",
    "/v1/offer, /v1/offers",
    "/v1/model, /v1/models",
    "/v1/offers/, /v1/offers",
    "/openapis, /openapi",
    "/V1/estimates, /v1/estimate"
  })
  void namesTheNearestPath(String path, String nearest) {
    ApiResponse response = Asking.get(path);

    assertEquals(404, response.status());
    assertEquals(nearest, Asking.errors(response).path(0).path("nearest").path(0).asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "//", "/v1", "/%", "/v1/models/%zz", "*", "/v1/offers/%00", "/../etc"})
  void hasNothingThere(String path) {
    ApiResponse response = Asking.get(path);

    assertEquals(path.contains("%zz") ? 400 : 404, response.status());
    Schemas.assertValid("Problem", Asking.text(response));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T00:00:00Z, 3600",
    "2026-11-24T23:00:00Z, 3600",
    "2026-11-24T23:00:01Z, 3599",
    "2026-11-24T23:59:59.999Z, 1"
  })
  void isKeptUntilPricesAreADayOlder(Instant now, int seconds) {
    ApiResponse response =
        Asking.at(now).handle(Asking.request("GET", QUESTION, Map.of(), NO_BODY));

    assertEquals("public, max-age=" + seconds, response.headers().get("cache-control"));
  }

  @Test
  void hasAnotherTagOnAnotherDay() {
    ApiRequest request = Asking.request("GET", QUESTION, Map.of(), NO_BODY);
    String today = tag(Asking.at(Instant.parse("2026-11-24T00:00:00Z")).handle(request));
    String tonight = tag(Asking.at(Instant.parse("2026-11-24T23:59:59Z")).handle(request));
    String tomorrow = tag(Asking.at(Instant.parse("2026-11-25T00:00:00Z")).handle(request));

    assertEquals(today, tonight);
    assertNotEquals(today, tomorrow);
    assertNotEquals(today, tag(Asking.get(QUESTION + "&lang=fr")));
  }

  @ParameterizedTest
  @CsvSource({
    "%s, 304",
    "W/%s, 304",
    "'\"other\", %s', 304",
    "*, 304",
    "\"other\", 200",
    "'', 200"
  })
  void isNotSentAgain(String ifNoneMatch, int status) {
    String tag = tag(Asking.get(QUESTION));
    ApiResponse response =
        ask("GET", QUESTION, Map.of("if-none-match", ifNoneMatch.formatted(tag)));

    assertEquals(status, response.status());
    assertEquals(tag, tag(response));
    assertEquals(status == 304, response.body().length == 0);
    assertEquals(status == 200, response.headers().containsKey("content-type"));
  }

  @Test
  void keepsNoProblemsAndNoPosts() {
    ApiResponse problem = Asking.get("/v1/offers/x");
    ApiResponse post = Asking.post("/v1/estimate", "{\"model\":\"qwen2.5-14b\"}");

    assertEquals("no-store", problem.headers().get("cache-control"));
    assertEquals("no-store", post.headers().get("cache-control"));
    assertEquals("no-store", Asking.get("/health").headers().get("cache-control"));
    assertFalse(post.headers().containsKey("etag"));
  }

  @ParameterizedTest
  @CsvSource({"text/csv", "multipart/form-data", "text/plain", "x"})
  void refusesOtherMediaTypes(String contentType) {
    ApiResponse response =
        Asking.API.handle(
            Asking.request(
                "POST", "/v1/estimate", Map.of("content-type", contentType), new byte[] {'m'}));

    assertEquals(415, response.status());
    Schemas.assertValid("Problem", Asking.text(response));
  }

  private static ApiResponse ask(String method, String target, Map<String, String> headers) {
    return Asking.API.handle(Asking.request(method, target, headers, NO_BODY));
  }

  private static String tag(ApiResponse response) {
    return response.headers().get("etag");
  }
}
