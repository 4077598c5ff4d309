package dev.gpuadvisor.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.api.ApiResponse;
import dev.gpuadvisor.api.Asking;
import java.util.Map;

/** How the tests open the page. */
final class Pages {

  private Pages() {}

  /**
   * @param query without its question mark
   */
  static ApiResponse open(String query) {
    String target = query.isEmpty() ? "/" : "/?" + query;
    return Asking.API.handle(Asking.request("GET", target, Map.of(), new byte[0]));
  }

  static String html(String query) {
    return new String(open(query).body(), UTF_8);
  }
}
