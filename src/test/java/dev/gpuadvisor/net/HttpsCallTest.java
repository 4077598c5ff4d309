package dev.gpuadvisor.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsCallTest {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  private static final Map<String, List<String>> HEADERS = Map.of("X-One", List.of("1"));

  @TempDir static Path folder;
  private static SSLContext trusting;
  private static HttpsServer server;

  /** A server whose certificate is for localhost, and signed by nobody that is known. */
  @BeforeAll
  static void open() throws Exception {
    trusting = LocalTls.context(folder);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(trusting));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, 0); // in chunks
          exchange
              .getResponseBody()
              .write(exchange.getRequestHeaders().getFirst("X-One").getBytes());
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void close() {
    server.stop(0);
  }

  private static URI at(String host) {
    return URI.create("https://" + host + ":" + server.getAddress().getPort());
  }

  @Test
  void answersOverTls() throws IOException {
    HttpReply reply =
        new HttpsCall(trusting::getSocketFactory)
            .post(at("localhost"), HEADERS, "question".getBytes(UTF_8), LIMIT);
    assertEquals(200, reply.status());
    assertArrayEquals("1question".getBytes(UTF_8), reply.body());
  }

  @Test
  void certificateOfAnotherHostIsRefused() {
    HttpsCall call = new HttpsCall(trusting::getSocketFactory);
    assertThrows(SSLException.class, () -> call.post(at("127.0.0.1"), HEADERS, new byte[0], LIMIT));
  }

  @Test
  void certificateThatNobodyKnowsIsRefused() {
    HttpsCall call = HttpsCall.trustingTheUsual();
    assertThrows(SSLException.class, () -> call.post(at("localhost"), HEADERS, new byte[0], LIMIT));
  }

  @Test
  void certificatesOfAFileAreTrusted() throws Exception {
    String file = LocalTls.certificate(folder).toString();
    HttpsCall call = new HttpsCall(Trust.of(Map.of(Trust.FILE, file)::get));
    assertEquals(200, call.post(at("localhost"), HEADERS, new byte[0], LIMIT).status());
    assertThrows(SSLException.class, () -> call.post(at("127.0.0.1"), HEADERS, new byte[0], LIMIT));
  }

  /** A bundle of certificates takes longer to read than to shake hands. */
  @Test
  void aFileOfCertificatesIsReadAgainOnceItHasChanged() throws Exception {
    Path file = folder.resolve("renewed.pem");
    Files.copy(LocalTls.certificate(folder), file, StandardCopyOption.REPLACE_EXISTING);
    Trust trust = Trust.of(Map.of(Trust.FILE, file.toString())::get);
    SSLSocketFactory first = trust.sockets();
    assertSame(first, trust.sockets());

    Files.writeString(file, "no certificate");
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    assertThrows(IOException.class, trust::sockets);
    Files.copy(LocalTls.certificate(folder), file, StandardCopyOption.REPLACE_EXISTING);
    assertNotSame(first, trust.sockets());
  }

  @Test
  void fileWithoutCertificatesIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("nothing.pem"), "no certificate");
    for (String name : List.of(file.toString(), folder.resolve("missing.pem").toString())) {
      HttpsCall call = new HttpsCall(Trust.of(Map.of(Trust.FILE, name)::get));
      IOException why =
          assertThrows(
              IOException.class, () -> call.post(at("localhost"), HEADERS, new byte[0], LIMIT));
      assertTrue(why.getMessage().contains(name), why::getMessage);
    }
  }

  @Test
  void silenceIsNotWaitedFor() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      HttpsCall call = HttpsCall.trustingTheUsual();
      assertTimeout(
          Duration.ofSeconds(2),
          () ->
              assertThrows(
                  SocketTimeoutException.class, () -> call.post(uri, HEADERS, new byte[0], LIMIT)));
    }
  }

  @Test
  void aReplyThatDripsInIsNotWaitedFor() throws Exception {
    try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread drip = new Thread(() -> drip(dripping));
      drip.start();
      URI uri = URI.create("http://127.0.0.1:" + dripping.getLocalPort());
      HttpsCall call = HttpsCall.trustingTheUsual();
      assertTimeout(
          Duration.ofSeconds(3),
          () ->
              assertThrows(
                  SocketTimeoutException.class, () -> call.post(uri, HEADERS, new byte[0], LIMIT)));
      drip.join();
    }
  }

  /** A byte every 100 ms, until nobody listens. */
  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes());
      for (int i = 0; i < 100; i++) {
        Thread.sleep(100);
        socket.getOutputStream().write('.');
        socket.getOutputStream().flush();
      }
    } catch (IOException | InterruptedException e) {
      // As it should be.
    }
  }
}
