package dev.gpuadvisor.server;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which answers the HTTP server compresses: what is long, for whom says that it is read. Compressed
 * bytes are others than those that a strong tag names, and caches have to tell them apart.
 */
final class Compression {

  /** Below it, nothing is saved on the way. */
  private static final int LEAST_BYTES = 1024;

  private Compression() {}

  /** The headers of an answer that may be compressed. */
  static ApiResponse of(ApiRequest request, ApiResponse answer) {
    if (!answer.headers().containsKey("content-type") && answer.status() != 304) {
      return answer;
    }
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.merge("vary", "accept-encoding", (one, other) -> one + ", " + other);
    if (isTaken(request)) {
      headers.computeIfPresent("etag", (name, tag) -> "W/" + tag);
    }
    return new ApiResponse(answer.status(), headers, answer.body());
  }

  /**
   * Quarkus has said of each answer that it stays as it is; of a long one that is taken back, and
   * of one without anything that could.
   */
  static void allow(ApiResponse answer, HttpServerResponse response) {
    int length = answer.body().length;
    if (length == 0 || length >= LEAST_BYTES) {
      response.headers().remove("content-encoding");
    }
  }

  /** As the server reads the header, which then decides. */
  private static boolean isTaken(ApiRequest request) {
    String accepted = request.headers().get("accept-encoding");
    String lower = accepted == null ? "" : accepted.toLowerCase(Locale.ROOT);
    return lower.contains("gzip") || lower.contains("deflate") || lower.contains("*");
  }
}
