package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** The whole API: both doors hand their requests to it. */
public final class Api {

  /** Never throws: what a caller got wrong is an answer too. */
  public ApiResponse handle(ApiRequest request) {
    if (request.routeKey().equals("GET /health")) {
      return new ApiResponse(200, JSON, "{\"status\":\"ok\"}\n".getBytes(UTF_8));
    }
    return new ApiResponse(404, JSON, "{\"status\":404}\n".getBytes(UTF_8));
  }

  private static final Map<String, String> JSON = Map.of("content-type", "application/json");
}
