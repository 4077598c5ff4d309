package dev.gpuadvisor.hub;

import dev.gpuadvisor.net.HttpsCall;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Which hub is asked, and as whom. Looked at when a model is looked up, and not before.
 *
 * @param environment answers null for what is not set, as {@code System::getenv} does
 * @param token of somebody who may see gated models; empty for nobody's
 * @param calls how servers are called
 */
public record HubSettings(
    UnaryOperator<String> environment, Supplier<String> token, Supplier<HttpsCall> calls) {

  /** {@code off}: nothing is looked up. */
  public static final String HUB = "HUB";

  /** A mirror, {@code https://hub.example.com}; the public hub unless set. */
  public static final String ENDPOINT = "HF_ENDPOINT";

  public static final String TOKEN = "HF_TOKEN";

  private static final String PUBLIC = "https://huggingface.co";

  /** Longer than any token that is given out. */
  private static final int LONGEST_TOKEN = 512;

  /** With the token of the environment. */
  public static HubSettings from(UnaryOperator<String> environment) {
    return new HubSettings(
        environment, () -> orElse(environment.apply(TOKEN), ""), HttpsCall::trustingTheUsual);
  }

  public HubSettings withToken(Supplier<String> other) {
    return new HubSettings(environment, other, calls);
  }

  boolean isOn() {
    return !orElse(environment.apply(HUB), "on").toLowerCase(Locale.ROOT).equals("off");
  }

  /** Without a slash at its end. */
  URI endpoint() throws IOException {
    String text = orElse(environment.apply(ENDPOINT), PUBLIC);
    while (text.endsWith("/")) {
      text = text.substring(0, text.length() - 1);
    }
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean plain = uri.getRawQuery() == null && uri.getRawUserInfo() == null;
      if (web && plain && uri.getHost() != null && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new IOException(ENDPOINT + " is no address of a hub");
  }

  /** The token, or none where it is nothing that a header could hold. */
  String tokenToSend() {
    String secret = orElse(token.get(), "");
    boolean sendable =
        secret.length() <= LONGEST_TOKEN
            && secret.chars().allMatch(each -> each > 32 && each < 127);
    return sendable ? secret : "";
  }

  private static String orElse(String value, String other) {
    return value == null || value.isBlank() ? other : value.strip();
  }

  /** Tokens do not belong into logs. */
  @Override
  public String toString() {
    return "HubSettings[" + environment.apply(ENDPOINT) + "]";
  }
}
