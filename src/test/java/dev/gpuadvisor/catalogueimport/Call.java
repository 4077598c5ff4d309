package dev.gpuadvisor.catalogueimport;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request to a provider, without its host.
 *
 * @param path with the query, as it goes over the wire
 * @param body JSON to post; empty for a GET
 */
public record Call(String path, Map<String, String> headers, String body) {

  public Call {
    headers = Map.copyOf(headers);
  }

  public static Call get(String path) {
    return new Call(path, Map.of(), "");
  }

  public static Call post(String path, String body) {
    return new Call(path, Map.of("Content-Type", "application/json"), body);
  }

  /** The same with a key that only the environment knows. */
  public Call bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Call with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Call(path, more, body);
  }

  /** The same for another page. */
  public Call at(String otherPath) {
    return new Call(otherPath, headers, body);
  }
}
