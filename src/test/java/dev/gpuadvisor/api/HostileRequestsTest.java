package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes: an answer or a problem document, never a failure of the service. */
class HostileRequestsTest {

  private static final int REQUESTS = 2_000;

  /** Above this, a function's answer is refused on its way out. */
  private static final int MOST_BYTES = 6 << 20;

  private static final Set<Integer> STATUSES = Set.of(200, 204, 304, 400, 404, 405, 406, 413, 415);

  @ParameterizedTest
  @ValueSource(longs = {1, 20251125, 730, -3600})
  void getAnAnswer(long seed) {
    HostileRequests requests = new HostileRequests(seed);
    for (int i = 0; i < REQUESTS; i++) {
      assertWellAnswered(requests.next());
    }
  }

  /** A generator whose requests all fail in the same way would prove little. */
  @Test
  void getEveryKindOfAnswer() {
    HostileRequests requests = new HostileRequests(1);
    Map<Integer, Integer> seen = new HashMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      seen.merge(Asking.API.handle(requests.next()).status(), 1, Integer::sum);
    }

    assertTrue(seen.getOrDefault(200, 0) > REQUESTS / 20, seen.toString());
    assertTrue(seen.getOrDefault(400, 0) > REQUESTS / 5, seen.toString());
    assertTrue(seen.keySet().containsAll(Set.of(204, 404, 405, 406, 415)), seen.toString());
  }

  static void assertWellAnswered(ApiRequest request) {
    ApiResponse response = Asking.API.handle(request);
    String text = Asking.text(response);
    assertTrue(STATUSES.contains(response.status()), () -> request + ": " + text);
    assertTrue(response.body().length < MOST_BYTES, request::toString);
    String type = response.headers().getOrDefault("content-type", "");
    boolean onPage = request.routeKey().endsWith(" /") && type.startsWith("text/html");
    if (response.status() >= 400 && !onPage) {
      assertEquals("application/problem+json", type);
    }
    if (response.body().length > 0 && type.endsWith("json")) {
      Schemas.assertValid(schema(request, response), text);
    }
  }

  private static String schema(ApiRequest request, ApiResponse response) {
    String path = request.routeKey().substring(request.routeKey().indexOf(' ') + 1);
    return response.status() >= 400
        ? "Problem"
        : switch (path) {
          case "/v1/recommendations" -> "Recommendation";
          case "/v1/estimate" -> "Estimate";
          case "/v1/compare" -> "Comparison";
          case "/v1/launch" -> "Launch";
          case "/v1/offers" -> "Offers";
          case "/v1/models" -> "Models";
          case "/openapi" -> "OpenApi";
          case "/health" -> "Health";
          default -> path.startsWith("/v1/offers/") ? "Offer" : "Model";
        };
  }
}
