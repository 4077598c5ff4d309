package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.util.Map;

/**
 * A request whose whole reply is stored.
 *
 * @param name of the file
 * @param schema of the answer, a component of the OpenAPI document
 * @param contentType of the body; empty without one
 */
public record Golden(
    String name,
    int status,
    String schema,
    String method,
    String target,
    String contentType,
    String body) {

  static Golden get(String name, String schema, String target) {
    return new Golden(name, 200, schema, "GET", target, "", "");
  }

  static Golden problem(String name, int status, String target) {
    return new Golden(name, status, "Problem", "GET", target, "", "");
  }

  /** What a model takes whose configuration is given. */
  static Golden estimateOf(String name, int status, String config) {
    String schema = status == 200 ? "Estimate" : "Problem";
    String body = "{\"config\": " + config + "}";
    return new Golden(name, status, schema, "POST", "/v1/estimate", "application/json", body);
  }

  /** A POST to the recommendations that goes wrong. */
  static Golden faultyPost(String name, int status, String contentType, String body) {
    String target = "/v1/recommendations";
    return new Golden(name, status, "Problem", "POST", target, contentType, body);
  }

  ApiResponse ask() {
    return Asking.API.handle(request());
  }

  public ApiRequest request() {
    Map<String, String> headers =
        contentType.isEmpty() ? Map.of() : Map.of("content-type", contentType);
    return Asking.request(method, target, headers, body.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return name;
  }
}
