package dev.gpuadvisor.report;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How the tests ask for reports. */
final class Reporting {

  /** What is rendered in tests is validated afterwards, by {@code .ci/html}. */
  private static final Path PAGES = Path.of("target", "pages", "report");

  private Reporting() {}

  /** The report that answers a query. */
  static String report(String query) {
    ApiResponse response = answer(query, Map.of());
    if (response.status() != 200) {
      throw new AssertionError(response.status() + ": " + Asking.text(response));
    }
    return Asking.text(response);
  }

  static ApiResponse answer(String query, Map<String, String> headers) {
    return Asking.API.handle(Asking.request("GET", "/v1/report?" + query, headers, new byte[0]));
  }

  static void store(String html, String language, String name) throws IOException {
    Path folder = PAGES.resolve(language);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".html"), html);
  }
}
