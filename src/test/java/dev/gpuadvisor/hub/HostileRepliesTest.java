package dev.gpuadvisor.hub;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Failed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRepliesTest {

  /** Replies byte for byte, as no server writes them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551615\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"id\":",
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n[1,2",
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnull",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}garbage",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 302 Found\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
      })
  void repliesMayBeAnything(String reply) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread serving = new Thread(() -> serve(server, reply));
      serving.setDaemon(true);
      serving.start();
      String address = "http://localhost:" + server.getLocalPort();
      Answer answer = HubLimitsTest.find(HubSettings.from(Map.of("HF_ENDPOINT", address)::get));
      assertTrue(answer instanceof Failed, answer::toString);
    }
  }

  private static void serve(ServerSocket server, String reply) {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          InputStream in = socket.getInputStream();
          in.read(new byte[1 << 12]);
          socket.getOutputStream().write(reply.getBytes());
        }
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
