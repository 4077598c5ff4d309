package dev.gpuadvisor.http;

import java.util.Arrays;
import java.util.List;

/**
 * Pages of others that may call from a browser.
 *
 * @param allowed {@code https://example.com}; {@code *} stands for all of them
 */
public record Origins(List<String> allowed) {

  /** The setting that names them, separated by commas; without it, there are none. */
  public static final String SETTING = "ALLOWED_ORIGINS";

  /**
   * @param separated null where nothing is set
   */
  public static Origins parse(String separated) {
    return new Origins(
        separated == null
            ? List.of()
            : Arrays.stream(separated.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList());
  }

  public boolean areNone() {
    return allowed.isEmpty();
  }

  public boolean areAll() {
    return allowed.contains("*");
  }

  public boolean allow(String origin) {
    return areAll() || allowed.stream().anyMatch(origin::equalsIgnoreCase);
  }
}
