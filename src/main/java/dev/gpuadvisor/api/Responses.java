package dev.gpuadvisor.api;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.json.ProblemJson;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.time.Clock;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** From what an operation answers to HTTP: content type, caching, conditional requests. */
final class Responses {

  private static final byte[] NOTHING = {};
  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;

  private Responses() {}

  static ApiResponse content(Content content, ApiRequest request, String method, Clock clock) {
    Map<String, String> headers = new LinkedHashMap<>(content.headers());
    headers.put("content-type", content.contentType());
    if (!content.cacheable() || method.equals("POST")) {
      headers.put("cache-control", "no-store");
      return new ApiResponse(content.status(), headers, content.body());
    }
    String etag = etag(content.body());
    headers.put("etag", etag);
    headers.put("cache-control", "public, max-age=" + secondsToKeep(clock));
    if (matches(request.headers().get("if-none-match"), etag)) {
      headers.remove("content-type");
      return new ApiResponse(304, headers, NOTHING);
    }
    return new ApiResponse(content.status(), headers, content.body());
  }

  static ApiResponse problem(Problem problem, Texts texts) {
    Map<String, String> headers = new LinkedHashMap<>(problem.headers());
    headers.put("content-type", ProblemJson.CONTENT_TYPE);
    headers.put("cache-control", "no-store");
    return new ApiResponse(problem.status(), headers, ProblemJson.bytes(problem, texts));
  }

  /** OPTIONS is answered by what the router would have allowed. */
  static ApiResponse refusedByRouter(ApiRequest request, Problem problem) {
    if (request.routeKey().startsWith("OPTIONS ") && problem.status() == 405) {
      return new ApiResponse(204, problem.headers(), NOTHING);
    }
    return problem(problem, Texts.in(Language.EN));
  }

  /** Up to an hour, and not into the next day, on which prices are a day older. */
  private static int secondsToKeep(Clock clock) {
    return Math.min(HOUR, DAY - LocalTime.now(clock).toSecondOfDay());
  }

  /** Length and checksum: enough to tell a stale copy from a fresh one. */
  private static String etag(byte[] body) {
    CRC32 checksum = new CRC32();
    checksum.update(body);
    return "\"" + Long.toHexString(checksum.getValue()) + "-" + body.length + "\"";
  }

  private static boolean matches(String ifNoneMatch, String etag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String given : ifNoneMatch.split(",")) {
      String tag = given.strip();
      if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
        return true;
      }
    }
    return false;
  }
}
