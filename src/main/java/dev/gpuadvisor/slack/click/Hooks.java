package dev.gpuadvisor.slack.click;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.net.HttpReply;
import dev.gpuadvisor.net.HttpsCall;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where answers to clicks go: addresses that come with each click, and that are all of one host.
 * Nothing is sent anywhere else, whatever a payload says, and no address is ever logged: whoever
 * has one can write into the channel.
 *
 * @param origin scheme, host and port of all of them
 */
public record Hooks(URI origin) {

  public static final Hooks SLACK = new Hooks(URI.create("https://hooks.slack.com"));

  private static final int LONGEST_URL = 500;
  private static final int LONGEST_ERROR = 60;

  /** What became of an answer. */
  enum Outcome {
    TAKEN,
    /** The address is good, what was sent is not. */
    REFUSED,
    /** Nobody knows: it must not be sent again. */
    LOST
  }

  /** Empty where it is not one of Slack's. */
  public Optional<URI> address(String url) {
    try {
      URI uri = new URI(url);
      boolean ours =
          url.length() <= LONGEST_URL
              && origin.getScheme().equals(uri.getScheme())
              && origin.getHost().equals(uri.getHost())
              && port(origin) == port(uri)
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && uri.getRawPath() != null
              && uri.getRawPath().startsWith("/");
      return ours ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? uri.getScheme().equals("https") ? 443 : 80 : uri.getPort();
  }

  /**
   * @param to of {@link #address}
   * @param limit for all of it
   */
  Outcome post(URI to, byte[] json, Duration limit) {
    Map<String, List<String>> headers =
        Map.of(
            "Host", List.of(to.getRawAuthority()),
            "Content-Type", List.of("application/json; charset=utf-8"));
    try {
      HttpReply reply = HttpsCall.trustingTheUsual().post(to, headers, json, limit);
      String answer = new String(reply.body(), UTF_8).strip();
      if (reply.status() == 200 && (answer.equals("ok") || answer.contains("\"ok\":true"))) {
        return Outcome.TAKEN;
      }
      System.err.println("Slack refused an answer: " + reply.status() + " " + shown(answer));
      return reply.status() == 404 || reply.status() >= 500 ? Outcome.LOST : Outcome.REFUSED;
    } catch (IOException e) {
      System.err.println("An answer did not reach Slack: " + e.getClass().getSimpleName());
      return Outcome.LOST;
    }
  }

  private static String shown(String answer) {
    String plain = answer.replaceAll("[^A-Za-z0-9_ ]", " ").strip();
    return plain.substring(0, Math.min(LONGEST_ERROR, plain.length()));
  }
}
