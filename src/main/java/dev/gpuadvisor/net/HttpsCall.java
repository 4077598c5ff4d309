package dev.gpuadvisor.net;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request on a connection of its own. Slack waits for three seconds: this must not. */
public final class HttpsCall {

  private final Trust trust;

  public HttpsCall(Trust trust) {
    this.trust = trust;
  }

  public static HttpsCall trustingTheUsual() {
    return new HttpsCall(Trust.of(System::getenv));
  }

  /** A connection that is opened with its first request. */
  public HttpsConnection connection(URI server) {
    return new HttpsConnection(trust, server);
  }

  /**
   * @param to {@code https}; {@code http} only on this machine, which is where emulators of AWS run
   * @param headers with {@code Host} where the server needs it
   * @param limit for all of it, however slowly the reply drips in
   */
  public HttpReply post(URI to, Map<String, List<String>> headers, byte[] body, Duration limit)
      throws IOException {
    Map<String, List<String>> all = new LinkedHashMap<>(headers);
    all.put("Content-Length", List.of(Integer.toString(body.length)));
    all.put("Connection", List.of("close"));
    try (HttpsConnection connection = new HttpsConnection(trust, to, Deadline.in(limit))) {
      return connection.reply("POST " + path(to), all, body);
    }
  }

  /** The same without a body. */
  public HttpReply get(URI to, Map<String, List<String>> headers, Duration limit)
      throws IOException {
    Map<String, List<String>> all = new LinkedHashMap<>(headers);
    all.put("Connection", List.of("close"));
    try (HttpsConnection connection = new HttpsConnection(trust, to, Deadline.in(limit))) {
      return connection.reply("GET " + path(to), all, new byte[0]);
    }
  }

  /** What a request names of it: {@code /} at least. */
  public static String path(URI to) {
    String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
    return to.getRawQuery() == null ? path : path + "?" + to.getRawQuery();
  }

  /** Host and port as the {@code Host} header has them. */
  public static String host(URI to) {
    return to.getPort() < 0 ? to.getHost() : to.getHost() + ":" + to.getPort();
  }
}
