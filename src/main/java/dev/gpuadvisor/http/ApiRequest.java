package dev.gpuadvisor.http;

import java.util.Map;

/**
 * A request as both doors hand it over.
 *
 * @param routeKey method and path: the route as API Gateway names it ({@code GET /v1/offers/{id}})
 *     with its {@code pathParameters}, or the path as it was asked for ({@code GET
 *     /v1/offers/AMPERE_24}) with none
 * @param pathParameters decoded values by name
 * @param rawQuery the query string without its question mark, still encoded; empty without one
 * @param headers by name in lower case
 * @param base where the API is asked from outside, {@code https://host/stage}; empty if unknown
 * @param body decoded from base64 where the gateway had encoded it; empty without one
 */
public record ApiRequest(
    String routeKey,
    Map<String, String> pathParameters,
    String rawQuery,
    Map<String, String> headers,
    String base,
    byte[] body) {

  /** By somebody of whom it is not known by what address they ask. */
  public ApiRequest(
      String routeKey,
      Map<String, String> pathParameters,
      String rawQuery,
      Map<String, String> headers,
      byte[] body) {
    this(routeKey, pathParameters, rawQuery, headers, "", body);
  }
}
