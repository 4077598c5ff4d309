package dev.gpuadvisor.function.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gpuadvisor.net.ReplyHead;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * The four calls of the Lambda Runtime API (2018-06-01). A call on a connection that turns out to
 * be closed is made again on a new one; a runtime that cannot be reached is an {@link IOException}.
 */
public final class RuntimeApi {

  private static final int ATTEMPTS = 3;
  private static final int NO_LIMIT = 0;
  private static final int REPLY_MILLIS = 5_000;
  private static final String PREFIX = " /2018-06-01/runtime/";

  private final String host;
  private final HttpConnection connection;
  private final WakefulWait forEvent = new WakefulWait(NO_LIMIT);
  private final WakefulWait forReceipt;
  private final Answer nothing = new Answer(0);

  private RuntimeApi(String host, int replyMillis, HttpConnection connection) {
    this.host = host;
    this.forReceipt = new WakefulWait(replyMillis);
    this.connection = connection;
  }

  /**
   * @param address host and port, as Lambda gives them
   */
  public static RuntimeApi at(String address) {
    return at(address, REPLY_MILLIS);
  }

  static RuntimeApi at(String address, int replyMillis) {
    int colon = address.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("The Runtime API's address has no port: " + address);
    }
    int port = Integer.parseInt(address.substring(colon + 1));
    InetSocketAddress server = new InetSocketAddress(address.substring(0, colon), port);
    return new RuntimeApi(address, replyMillis, new HttpConnection(server, replyMillis));
  }

  /** Waits for the next event, for as long as it takes: Lambda freezes an idle function here. */
  Invocation next() throws IOException {
    ReplyHead head = exchange("GET", "invocation/next", "", nothing, forEvent);
    String requestId = head.header("lambda-runtime-aws-request-id");
    if (head.status() != 200 || requestId.isEmpty()) {
      throw new IOException("The runtime has no event but status " + head.status());
    }
    try {
      return new Invocation(
          requestId, deadline(head), head.header("lambda-runtime-trace-id"), connection.body(head));
    } catch (IOException e) {
      connection.close();
      throw new LostEventException(requestId, e);
    }
  }

  private static long deadline(ReplyHead head) throws IOException {
    String millis = head.header("lambda-runtime-deadline-ms");
    return millis.isEmpty() ? 0 : ReplyHead.parse(millis, 10);
  }

  void respond(String requestId, Answer answer) throws IOException {
    post("invocation/" + requestId + "/response", "", answer);
  }

  void fail(String requestId, Throwable failure) throws IOException {
    postError("invocation/" + requestId + "/error", failure);
  }

  void failInitialisation(Throwable failure) throws IOException {
    postError("init/error", failure);
  }

  private void postError(String path, Throwable failure) throws IOException {
    String type = "lambda-runtime-function-error-type: " + failure.getClass().getSimpleName();
    post(path, type + "\r\ncontent-type: application/json\r\n", Answer.of(ErrorReport.of(failure)));
  }

  /** What the runtime refuses (an answer too large, a deadline missed) it has told the caller. */
  private void post(String path, String headers, Answer body) throws IOException {
    ReplyHead head = exchange("POST", path, headers, body, forReceipt);
    skipBody(head);
    if (head.status() >= 500) {
      throw new IOException("The runtime cannot go on: status " + head.status());
    }
    if (head.status() >= 300) {
      System.err.println("The runtime refused " + path + ": status " + head.status());
    }
  }

  private void skipBody(ReplyHead head) {
    try {
      connection.body(head);
    } catch (IOException e) {
      // The status has come, and the status is all that counts.
      connection.close();
    }
  }

  private ReplyHead exchange(
      String method, String path, String headers, Answer body, WakefulWait wait)
      throws IOException {
    Answer.Slice request = body.behind(head(method, path, headers, body.size()));
    IOException failure = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return connection.exchange(request, wait);
      } catch (IOException e) {
        connection.close();
        failure = e;
      }
    }
    throw failure;
  }

  private byte[] head(String method, String path, String headers, int bodyBytes) {
    String length = method.equals("POST") ? "content-length: " + bodyBytes + "\r\n" : "";
    return (method
            + PREFIX
            + path
            + " HTTP/1.1\r\nhost: "
            + host
            + "\r\n"
            + length
            + headers
            + "\r\n")
        .getBytes(ISO_8859_1);
  }
}
