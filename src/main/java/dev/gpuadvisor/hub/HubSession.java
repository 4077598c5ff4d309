package dev.gpuadvisor.hub;

import dev.gpuadvisor.net.HttpsCall;
import dev.gpuadvisor.net.HttpsConnection;
import dev.gpuadvisor.net.ReplyHead;
import dev.gpuadvisor.unlisted.Hub.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The requests of one look-up: few of them, to the hub and to where it is known to keep its files,
 * and so many bytes in all. Another thread may close it, which ends whatever it waits for.
 */
final class HubSession implements Closeable {

  static final int MOST_REQUESTS = 6;
  static final int MOST_BYTES = 4 << 20;

  /** Where the hub's redirects lead: its own addresses, and those of its storage. */
  private static final List<String> STORAGE = List.of(".huggingface.co", ".hf.co");

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private static final int MOST_OF_A_REDIRECT = 1 << 14;
  private static final byte[] NOTHING = {};

  private final URI endpoint;
  private final String token;
  private final HttpsCall calls;
  private final BoundedStream.Budget budget = new BoundedStream.Budget(MOST_BYTES);
  private int requests;
  private HttpsConnection own;
  private HttpsConnection other;
  private boolean closed;

  HubSession(HubSettings settings) throws IOException {
    this.endpoint = settings.endpoint();
    this.token = settings.tokenToSend();
    this.calls = settings.calls().get();
  }

  /**
   * A reply.
   *
   * @param content unzipped, and cut where the look-up has read enough
   */
  record Reply(ReplyHead head, InputStream content) {
    int status() {
      return head.status();
    }
  }

  /** Of the hub. */
  URI endpoint() {
    return endpoint;
  }

  /** Whether so many more requests may be made. */
  boolean allows(int more) {
    return requests + more <= MOST_REQUESTS;
  }

  /**
   * @param path of the hub, from the slash on
   * @param bytes of which only the first are asked for; 0 for all
   */
  Reply get(String path, int bytes) throws IOException {
    URI to = URI.create(endpoint + path);
    while (true) {
      HttpsConnection connection = connection(to);
      ReplyHead head = connection.send("GET " + HttpsCall.path(to), headers(to, bytes), NOTHING);
      if (!isRedirect(head.status())) {
        return new Reply(head, content(head, connection.body()));
      }
      connection.body().readNBytes(MOST_OF_A_REDIRECT);
      to = target(to, head.header("location"));
    }
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private Map<String, List<String>> headers(URI to, int bytes) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Host", List.of(HttpsCall.host(to)));
    headers.put("User-Agent", List.of("gpu-advisor"));
    headers.put("Accept", List.of("*/*"));
    headers.put("Accept-Encoding", List.of(bytes > 0 ? "identity" : "gzip"));
    if (bytes > 0) {
      headers.put("Range", List.of("bytes=0-" + (bytes - 1)));
    }
    if (isHub(to) && !token.isEmpty()) {
      headers.put("Authorization", List.of("Bearer " + token));
    }
    return headers;
  }

  private InputStream content(ReplyHead head, InputStream body) throws IOException {
    InputStream bounded = new BoundedStream(body, budget);
    String encoding = head.header("content-encoding");
    if (encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
      return bounded;
    }
    if (!encoding.equalsIgnoreCase("gzip")) {
      throw new LookUpException(Reason.UNREADABLE);
    }
    return new BoundedStream(new GZIPInputStream(bounded), budget);
  }

  /** The connection to the hub is kept from request to request. */
  private synchronized HttpsConnection connection(URI to) throws IOException {
    if (closed || !allows(1)) {
      throw new IOException("No more requests");
    }
    requests++;
    if (isHub(to) && own != null && own.isReusable()) {
      return own;
    }
    HttpsConnection opened = calls.connection(to);
    if (isHub(to)) {
      close(own);
      own = opened;
    } else {
      close(other);
      other = opened;
    }
    return opened;
  }

  private boolean isHub(URI to) {
    return to.getScheme().equals(endpoint.getScheme())
        && to.getHost().equalsIgnoreCase(endpoint.getHost())
        && to.getPort() == endpoint.getPort();
  }

  private URI target(URI from, String location) throws IOException {
    try {
      URI to = from.resolve(new URI(location));
      if (!location.isEmpty()
          && to.getHost() != null
          && to.getRawUserInfo() == null
          && isKnown(to)) {
        return to;
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // As bad as an address that is not known.
    }
    throw new IOException("A redirect to where nobody is asked");
  }

  private boolean isKnown(URI to) {
    if (isHub(to)) {
      return true;
    }
    if (isLoopback(endpoint) && isLoopback(to)) {
      return true;
    }
    String host = "." + to.getHost().toLowerCase(Locale.ROOT);
    boolean usualPort = to.getPort() < 0 || to.getPort() == 443;
    return "https".equals(to.getScheme()) && usualPort && STORAGE.stream().anyMatch(host::endsWith);
  }

  private static boolean isLoopback(URI uri) {
    return LOOPBACK.contains(uri.getHost());
  }

  @Override
  public synchronized void close() {
    closed = true;
    close(own);
    close(other);
  }

  private static void close(HttpsConnection connection) {
    if (connection != null) {
      connection.close();
    }
  }
}
