package dev.gpuadvisor.api;

import dev.gpuadvisor.http.FormEncoding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /v1/offers/{id}} against {@code /v1/offers/AMPERE_24}. A variable at the end takes all
 * that is left: Hugging Face ids have a slash, which gateways decode before anybody is asked.
 */
final class PathTemplate {

  private PathTemplate() {}

  static Optional<Map<String, String>> match(String template, String path) {
    String[] wanted = template.split("/", -1);
    String[] given = path.split("/", wanted.length);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
        String name = wanted[i].substring(1, wanted[i].length() - 1);
        parameters.put(name, FormEncoding.decodeSegment(given[i]));
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
