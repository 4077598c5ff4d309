package dev.gpuadvisor.function.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as the Runtime API double received it.
 *
 * @param headers by name in lower case
 * @param readNanos when its last byte had come, as {@link System#nanoTime}
 */
public record Request(
    String method, String path, Map<String, String> headers, byte[] body, long readNanos) {

  private static final String PREFIX = "/2018-06-01/runtime/";

  /** Null if the connection has ended. */
  static Request read(InputStream in) throws IOException {
    String requestLine = line(in);
    if (requestLine == null) {
      return null;
    }
    String[] words = requestLine.split(" ");
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(), line.substring(colon + 1).strip());
    }
    byte[] body = body(in, headers);
    return new Request(words[0], words[1], headers, body, System.nanoTime());
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (!headers.containsKey("transfer-encoding")) {
      return exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = -1; size != 0; ) {
      size = Integer.parseInt(line(in), 16);
      body.writeBytes(exactly(in, size));
      line(in);
    }
    return body.toByteArray();
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      line.write(b);
    }
    return line.toString(ISO_8859_1).strip();
  }

  public boolean asksForEvent() {
    return path.equals(PREFIX + "invocation/next");
  }

  /** What it is about, without the prefix that all calls share. */
  public String call() {
    return path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path;
  }

  public String text() {
    return new String(body, UTF_8);
  }
}
