package dev.gpuadvisor.server;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.http.Origins;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets pages of others read answers in a browser (CORS), where the settings name them. Nobody is
 * refused here: that a page may not read an answer is the browser's business, and {@code /mcp}
 * refuses strange pages itself.
 *
 * @param allowed pages of others
 */
record CrossOrigin(Origins allowed) {

  private static final String ORIGIN = "origin";
  private static final String DAY = "86400";

  /** What has no word for a browser but is worth reading. */
  private static final String EXPOSED = "etag, mcp-session-id, www-authenticate, retry-after";

  ApiResponse of(ApiRequest request, ApiResponse answer) {
    if (allowed.areNone()) {
      return answer;
    }
    boolean any = allowed.areAll();
    String origin = request.headers().get(ORIGIN);
    Map<String, String> headers = new HashMap<>(answer.headers());
    if (!any) {
      headers.merge("vary", ORIGIN, (one, other) -> one + ", " + other);
    }
    if (origin != null && allowed.allow(origin)) {
      headers.put("access-control-allow-origin", any ? "*" : origin);
      headers.put("access-control-expose-headers", EXPOSED);
      if (isPreflight(request)) {
        answerPreflight(request, headers);
      }
    }
    return new ApiResponse(answer.status(), headers, answer.body());
  }

  private static boolean isPreflight(ApiRequest request) {
    return request.routeKey().startsWith("OPTIONS ")
        && request.headers().containsKey("access-control-request-method");
  }

  /** What the path has an answer to, with whatever headers the page means to send. */
  private static void answerPreflight(ApiRequest request, Map<String, String> headers) {
    headers.put("access-control-allow-methods", headers.getOrDefault("allow", "GET, HEAD"));
    String asked = request.headers().get("access-control-request-headers");
    if (asked != null && asked.chars().allMatch(CrossOrigin::isOfHeaderNames)) {
      headers.put("access-control-allow-headers", asked);
    }
    headers.put("access-control-max-age", DAY);
  }

  private static boolean isOfHeaderNames(int each) {
    return Character.isLetterOrDigit(each) && each < 128 || "-_, ".indexOf(each) >= 0;
  }
}
