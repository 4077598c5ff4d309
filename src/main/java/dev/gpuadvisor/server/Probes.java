package dev.gpuadvisor.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * What those ask who look after a server: whether it lives, whether it is to be sent requests, and
 * what it did. These paths are the server's own and no part of the API.
 */
@Singleton
final class Probes {

  private static final Map<String, String> JSON =
      Map.of("content-type", "application/json", "cache-control", "no-store");
  private static final Map<String, String> METRICS =
      Map.of("content-type", MetricsText.CONTENT_TYPE, "cache-control", "no-store");

  private final Metrics metrics;
  private volatile boolean stopping;

  @Inject
  Probes(Metrics metrics) {
    this.metrics = metrics;
  }

  /** There is still a while in which requests are answered; no more should be sent. */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    stopping = true;
  }

  /** Empty where it is no such question. */
  Optional<ApiResponse> answer(ApiRequest request) {
    return switch (request.routeKey()) {
      case "GET /health/live" -> Optional.of(json(200, "ok"));
      case "GET /health/ready" -> Optional.of(stopping ? json(503, "stopping") : json(200, "ok"));
      case "GET /metrics" ->
          metrics.isOn()
              ? Optional.of(new ApiResponse(200, METRICS, MetricsText.of(metrics)))
              : Optional.empty();
      case "HEAD /health/live", "HEAD /health/ready", "HEAD /metrics" ->
          answer(asGet(request)).map(ApiResponse::withoutBody);
      default -> Optional.empty();
    };
  }

  private static ApiRequest asGet(ApiRequest request) {
    return new ApiRequest(
        "GET" + request.routeKey().substring("HEAD".length()),
        request.pathParameters(),
        request.rawQuery(),
        request.headers(),
        request.body());
  }

  private static ApiResponse json(int status, String word) {
    return new ApiResponse(status, JSON, ("{\"status\":\"" + word + "\"}\n").getBytes(UTF_8));
  }
}
