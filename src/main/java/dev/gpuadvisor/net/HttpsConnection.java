package dev.gpuadvisor.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A connection to one server, for one request after another. Encrypted, but for servers on this
 * machine. Another thread may close it at any time, which ends what waits for it.
 */
public final class HttpsConnection implements Closeable {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int PAUSE_MILLIS = 1_000;

  private final Trust trust;
  private final URI server;
  private final Deadline deadline;
  private final Socket plain = new Socket();
  private Socket socket;
  private HttpInput input;
  private ReplyHead head;
  private BodyStream body;

  /**
   * @param server {@code https}; {@code http} only on this machine, which is where emulators run
   */
  public HttpsConnection(Trust trust, URI server) {
    this(trust, server, Deadline.NONE);
  }

  HttpsConnection(Trust trust, URI server, Deadline deadline) {
    this.trust = trust;
    this.server = server;
    this.deadline = deadline;
  }

  /**
   * Sends a request, on the first call connecting before.
   *
   * @param method with the path, {@code GET /v1}
   */
  public ReplyHead send(String method, Map<String, List<String>> headers, byte[] content)
      throws IOException {
    if (socket == null) {
      connect();
    }
    StringBuilder text = new StringBuilder(method).append(" HTTP/1.1\r\n");
    headers.forEach(
        (name, values) ->
            text.append(name).append(": ").append(String.join(",", values)).append("\r\n"));
    byte[] start = text.append("\r\n").toString().getBytes(ISO_8859_1);
    byte[] request = new byte[start.length + content.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(content, 0, request, start.length, content.length);
    socket.getOutputStream().write(request);
    head = input.head();
    body = new BodyStream(input, head);
    return head;
  }

  /** The same with the whole body, which must be small. */
  HttpReply reply(String method, Map<String, List<String>> headers, byte[] content)
      throws IOException {
    return new HttpReply(send(method, headers, content).status(), input.body(head));
  }

  /** The body of the last reply. */
  public InputStream body() {
    return body;
  }

  /** Whether another request may follow: the last reply was read, and the server goes on. */
  public boolean isReusable() {
    return socket != null
        && !plain.isClosed()
        && body != null
        && body.isRead()
        && !head.endsConnection();
  }

  private void connect() throws IOException {
    boolean encrypted = "https".equals(server.getScheme());
    int port = server.getPort() < 0 ? encrypted ? 443 : 80 : server.getPort();
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getByName(server.getHost()), port);
    if (!encrypted && !address.getAddress().isLoopbackAddress()) {
      throw new IOException("Without TLS nothing is sent to " + address);
    }
    plain.setTcpNoDelay(true);
    plain.setSoTimeout(deadline.atMost(PAUSE_MILLIS));
    plain.connect(address, deadline.atMost(CONNECT_MILLIS));
    Socket opened = encrypted ? secure() : plain;
    input = new HttpInput(deadline.limit(opened, PAUSE_MILLIS));
    socket = opened;
  }

  private SSLSocket secure() throws IOException {
    SSLSocket secured =
        (SSLSocket)
            trust
                .sockets()
                .createSocket(plain, server.getHost(), plain.getPort(), /* autoClose= */ true);
    SSLParameters parameters = secured.getSSLParameters();
    // A socket on its own accepts any host's certificate.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    // Keys are agreed on curves: the function has no other way (image.TlsServices).
    parameters.setCipherSuites(
        Arrays.stream(parameters.getCipherSuites())
            .filter(suite -> !suite.contains("_DHE_"))
            .toArray(String[]::new));
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  /** Without a farewell, which a server that does not listen would make one wait for. */
  @Override
  public void close() {
    try {
      plain.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }
}
