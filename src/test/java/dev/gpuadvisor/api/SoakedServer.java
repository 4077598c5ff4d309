package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiRequest;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The server door, asked over a connection. What HTTP itself cannot carry (control characters in a
 * path, a method without letters) is encoded or left out: no server would see it.
 */
final class SoakedServer implements SoakedDoor {

  private static final Set<String> METHODS =
      Set.of("GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE");
  private static final int PATIENCE_MILLISECONDS = 30_000;

  private final Process process;
  private final int port;
  private Socket connection;
  private InputStream in;

  private SoakedServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static SoakedServer start(Path jar) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A heap that is there from the start: what grows then is not the heap.
                "-Xms192m",
                "-Xmx192m",
                "-XX:+AlwaysPreTouch",
                "-Dquarkus.http.host=localhost",
                "-Dquarkus.http.port=" + port,
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(SETTINGS);
    SoakedServer server = new SoakedServer(builder.start(), port);
    ApiRequest health = new ApiRequest("GET /health", Map.of(), "", Map.of(), new byte[0]);
    for (int i = 0; i < 120; i++) {
      try {
        if (server.status(health) == 200) {
          return server;
        }
      } catch (IOException e) {
        Thread.sleep(500);
      }
    }
    server.close();
    throw new IOException(jar + " does not answer");
  }

  @Override
  public int status(ApiRequest request) throws IOException {
    if (!process.isAlive()) {
      throw new IOException("the server has ended");
    }
    boolean fresh = connection == null;
    try {
      return ask(request);
    } catch (IOException e) {
      disconnect();
      if (fresh) {
        throw e;
      }
      // A kept connection may have been closed meanwhile: once more on one of its own.
      return ask(request);
    }
  }

  private int ask(ApiRequest request) throws IOException {
    if (connection == null) {
      connection = new Socket(InetAddress.getLoopbackAddress(), port);
      connection.setTcpNoDelay(true);
      connection.setSoTimeout(PATIENCE_MILLISECONDS);
      in = new BufferedInputStream(connection.getInputStream());
    }
    String method = request.routeKey().substring(0, request.routeKey().indexOf(' '));
    String sent = METHODS.contains(method) ? method : "GET";
    connection.getOutputStream().write(head(request, sent).getBytes(ISO_8859_1));
    connection.getOutputStream().write(request.body());
    connection.getOutputStream().flush();
    return reply(sent.equals("HEAD"));
  }

  private static String head(ApiRequest request, String method) {
    String path = request.routeKey().substring(request.routeKey().indexOf(' ') + 1);
    StringBuilder head = new StringBuilder(method).append(' ');
    head.append(path.startsWith("/") ? "" : "/").append(encoded(path));
    head.append(request.rawQuery().isEmpty() ? "" : "?" + encoded(request.rawQuery()));
    head.append(" HTTP/1.1\r\nhost: localhost\r\n");
    request.headers().forEach((name, value) -> head.append(header(name, value)));
    return head.append("content-length: ")
        .append(request.body().length)
        .append("\r\n\r\n")
        .toString();
  }

  private static String header(String name, String value) {
    StringBuilder plain = new StringBuilder();
    value
        .chars()
        .filter(c -> c >= ' ' && c < 0x7f)
        .limit(2_000)
        .forEach(c -> plain.append((char) c));
    return name + ": " + plain + "\r\n";
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(UTF_8)) {
      int value = each & 0xff;
      boolean plain = value > ' ' && value < 0x7f && "\"<>\\^`{|}#?".indexOf(value) < 0;
      encoded.append(plain ? Character.toString(value) : String.format("%%%02X", value));
    }
    return encoded.length() > 3_000 ? encoded.substring(0, 3_000) : encoded.toString();
  }

  private int reply(boolean head) throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    long length = 0;
    boolean chunked = false;
    boolean close = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(java.util.Locale.ROOT);
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
      close |= lower.startsWith("connection:") && lower.contains("close");
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
      }
    }
    if (chunked && !head) {
      for (long size = Long.parseLong(line(), 16); ; size = Long.parseLong(line(), 16)) {
        in.skipNBytes(size);
        line();
        if (size == 0) {
          break;
        }
      }
    } else if (!head && status != 204 && status != 304) {
      in.skipNBytes(length);
    }
    if (close) {
      disconnect();
    }
    return status;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended within a reply");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private void disconnect() throws IOException {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  @Override
  public long residentKib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("no VmRSS");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
