package dev.gpuadvisor.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the endpoint needs to be told; asked at every request, as Slack's settings are.
 *
 * @param allowedOrigins pages that may call from a browser, {@code https://example.com}; {@code *}
 *     stands for all of them
 */
public record McpSettings(Supplier<List<String>> allowedOrigins) {

  /** Origins, separated by commas; without it, no page may call. */
  public static final String ALLOWED_ORIGINS = "ALLOWED_ORIGINS";

  /**
   * @param environment answers null for what is not set, as {@code System::getenv} does
   */
  public static McpSettings from(UnaryOperator<String> environment) {
    return new McpSettings(() -> origins(environment.apply(ALLOWED_ORIGINS)));
  }

  /** Whether a request that says where it comes from may be answered. */
  boolean allows(String origin) {
    return allowedOrigins.get().stream()
        .anyMatch(allowed -> allowed.equals("*") || allowed.equalsIgnoreCase(origin));
  }

  private static List<String> origins(String separated) {
    return separated == null
        ? List.of()
        : Arrays.stream(separated.split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .toList();
  }
}
