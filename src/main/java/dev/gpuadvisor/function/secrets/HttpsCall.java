package dev.gpuadvisor.function.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gpuadvisor.function.runtime.HttpReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One request on a connection of its own. Slack waits for three seconds: this must not. */
final class HttpsCall {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int PAUSE_MILLIS = 1_000;

  private final SSLSocketFactory tls;

  HttpsCall(SSLSocketFactory tls) {
    this.tls = tls;
  }

  static HttpsCall trustingTheUsual() {
    return new HttpsCall((SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * @param to {@code https}; {@code http} only on this machine, which is where emulators of AWS run
   */
  HttpReply post(URI to, Map<String, List<String>> headers, byte[] body) throws IOException {
    boolean encrypted = "https".equals(to.getScheme());
    InetSocketAddress server = address(to, encrypted ? 443 : 80);
    if (!encrypted && !server.getAddress().isLoopbackAddress()) {
      throw new IOException("Without TLS nothing is sent to " + server);
    }
    try (Socket plain = new Socket()) {
      plain.connect(server, CONNECT_MILLIS);
      plain.setSoTimeout(PAUSE_MILLIS);
      Socket socket = encrypted ? secure(plain, to) : plain;
      socket.getOutputStream().write(request(headers, body));
      return HttpReply.read(socket.getInputStream());
    }
  }

  private static InetSocketAddress address(URI to, int usualPort) throws IOException {
    int port = to.getPort() < 0 ? usualPort : to.getPort();
    return new InetSocketAddress(InetAddress.getByName(to.getHost()), port);
  }

  private SSLSocket secure(Socket plain, URI to) throws IOException {
    SSLSocket socket =
        (SSLSocket) tls.createSocket(plain, to.getHost(), plain.getPort(), /* autoClose= */ true);
    SSLParameters parameters = socket.getSSLParameters();
    // A socket on its own accepts any host's certificate.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static byte[] request(Map<String, List<String>> headers, byte[] body) {
    StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
    headers.forEach(
        (name, values) ->
            head.append(name).append(": ").append(String.join(",", values)).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.toString().getBytes(ISO_8859_1));
    request.writeBytes(body);
    return request.toByteArray();
  }
}
