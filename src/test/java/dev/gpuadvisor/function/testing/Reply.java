package dev.gpuadvisor.function.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** What the Runtime API double sends for one request, byte for byte, and what it does then. */
public record Reply(byte[] bytes, After after) {

  /** What becomes of the connection. */
  public enum After {
    KEEP,
    CLOSE,
    /** Nothing more is sent, but the connection stays open. */
    STALL
  }

  private static final String EVENT_HEAD =
      "HTTP/1.1 200 OK\r\n"
          + "Content-Type: application/json\r\n"
          + "Lambda-Runtime-Aws-Request-Id: %s\r\n"
          + "Lambda-Runtime-Deadline-Ms: 1795395600000\r\n"
          + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-west-1:123456789012:function:f\r\n"
          + "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0\r\n";

  public static Reply event(String requestId, byte[] event) {
    return eventOfLength(requestId, event.length, event);
  }

  /** An event that says to be longer, or shorter, than it is. */
  public static Reply eventOfLength(String requestId, long length, byte[] event) {
    String head = EVENT_HEAD.formatted(requestId) + "Content-Length: " + length + "\r\n\r\n";
    return new Reply(join(head.getBytes(ISO_8859_1), event), After.KEEP);
  }

  public static Reply chunkedEvent(String requestId, byte[] event, int chunk) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String head = EVENT_HEAD.formatted(requestId) + "Transfer-Encoding: chunked\r\n\r\n";
    out.writeBytes(head.getBytes(ISO_8859_1));
    for (int from = 0; from < event.length; from += chunk) {
      int size = Math.min(chunk, event.length - from);
      out.writeBytes((Integer.toHexString(size) + ";extension=1\r\n").getBytes(ISO_8859_1));
      out.write(event, from, size);
      out.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    out.writeBytes("0\r\nTrailer: nothing\r\n\r\n".getBytes(ISO_8859_1));
    return new Reply(out.toByteArray(), After.KEEP);
  }

  /** How the runtime takes an answer. */
  public static Reply accepted() {
    return status(202, "{\"status\":\"OK\"}\n");
  }

  public static Reply status(int status, String body) {
    return raw(
        "HTTP/1.1 %d Status\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, body.length(), body));
  }

  public static Reply raw(String text) {
    return new Reply(text.getBytes(UTF_8), After.KEEP);
  }

  /** The connection ends without a reply. */
  public static Reply none() {
    return raw("").then(After.CLOSE);
  }

  public Reply then(After next) {
    return new Reply(bytes, next);
  }

  private static byte[] join(byte[] head, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(head.length + body.length);
    out.writeBytes(head);
    out.writeBytes(body);
    return out.toByteArray();
  }
}
