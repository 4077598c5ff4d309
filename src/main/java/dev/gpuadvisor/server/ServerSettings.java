package dev.gpuadvisor.server;

import dev.gpuadvisor.http.Origins;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the server can be told, by a variable of the environment ({@code ALLOWED_ORIGINS}) or a line
 * of a properties file ({@code allowed-origins}).
 *
 * @param allowedOrigins pages of others that may call from a browser
 * @param metrics whether {@code /metrics} is there
 * @param accessLog whether each request becomes a line
 */
record ServerSettings(Origins allowedOrigins, boolean metrics, boolean accessLog) {

  private static final String METRICS = "METRICS";
  private static final String ACCESS_LOG = "ACCESS_LOG";

  static ServerSettings read() {
    return new ServerSettings(
        Origins.parse(property(Origins.SETTING)),
        one(METRICS, "on", "off"),
        !one(ACCESS_LOG, "off", "json"));
  }

  /** Null where it is not set. */
  static String property(String variable) {
    String name = variable.toLowerCase(Locale.ROOT).replace('_', '-');
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null);
  }

  /** Whether it is the usual one of two; the server does not start with anything else. */
  private static boolean one(String variable, String usual, String other) {
    String value = property(variable);
    if (value == null || value.isBlank() || value.strip().equalsIgnoreCase(usual)) {
      return true;
    }
    if (value.strip().equalsIgnoreCase(other)) {
      return false;
    }
    throw new IllegalArgumentException(
        variable + " is " + usual + " or " + other + ", and not " + value);
  }
}
