package dev.gpuadvisor.mcp;

import dev.gpuadvisor.http.Origins;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the endpoint needs to be told; asked at every request, as Slack's settings are.
 *
 * @param allowedOrigins pages that may call from a browser
 */
public record McpSettings(Supplier<Origins> allowedOrigins) {

  /**
   * @param environment answers null for what is not set, as {@code System::getenv} does
   */
  public static McpSettings from(UnaryOperator<String> environment) {
    return new McpSettings(() -> Origins.parse(environment.apply(Origins.SETTING)));
  }

  /** Whether a request that says where it comes from may be answered. */
  boolean allows(String origin) {
    return allowedOrigins.get().allow(origin);
  }
}
