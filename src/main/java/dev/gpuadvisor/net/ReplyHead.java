package dev.gpuadvisor.net;

import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Status and headers of an HTTP reply. */
public final class ReplyHead {

  private final boolean keptAliveByDefault;
  private final int status;
  private final Map<String, String> headers = new HashMap<>();

  /**
   * @param statusLine as in {@code HTTP/1.1 200 OK}
   */
  ReplyHead(String statusLine) throws ProtocolException {
    if (!statusLine.startsWith("HTTP/1.") || statusLine.length() < 12) {
      throw new ProtocolException("Not an HTTP reply: " + statusLine);
    }
    keptAliveByDefault = statusLine.charAt(7) != '0';
    status = (int) parse(statusLine.substring(9, 12), 10);
  }

  void add(String headerLine) throws ProtocolException {
    int colon = headerLine.indexOf(':');
    if (colon < 1) {
      throw new ProtocolException("Not a header: " + headerLine);
    }
    String name = headerLine.substring(0, colon).toLowerCase(Locale.ROOT);
    headers.put(name, headerLine.substring(colon + 1).strip());
  }

  public int status() {
    return status;
  }

  /** An interim reply is followed by the real one. */
  boolean isInterim() {
    return status < 200;
  }

  /** Empty if there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean isChunked() {
    return header("transfer-encoding").equalsIgnoreCase("chunked");
  }

  boolean isBodiless() {
    return status == 204 || status == 304;
  }

  /** -1 if the body ends where the connection does. */
  long contentLength() throws ProtocolException {
    String length = header("content-length");
    return length.isEmpty() ? -1 : parse(length, 10);
  }

  /** No further reply can follow on the same connection. */
  public boolean endsConnection() {
    if (!isBodiless() && !isChunked() && header("content-length").isEmpty()) {
      return true;
    }
    String connection = header("connection");
    return keptAliveByDefault
        ? connection.equalsIgnoreCase("close")
        : !connection.equalsIgnoreCase("keep-alive");
  }

  /** A number without a sign. */
  public static long parse(String digits, int radix) throws ProtocolException {
    try {
      return Long.parseUnsignedLong(digits, radix);
    } catch (NumberFormatException e) {
      throw new ProtocolException("Not a number: " + digits);
    }
  }
}
