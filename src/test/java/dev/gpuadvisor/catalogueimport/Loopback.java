package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** A provider on this machine: each path gives its replies one after the other. */
final class Loopback implements AutoCloseable {

  /** Writes a reply. */
  interface Reply {
    void write(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Reply>> replies = new HashMap<>();
  private final Map<String, List<String>> bodies = new HashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  Loopback() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Gives another server the same replies, with other bodies. */
  void rewrite(Loopback other, UnaryOperator<String> body) {
    bodies.forEach((path, each) -> each.forEach(text -> other.on(path, body.apply(text))));
  }

  /** The same, each text written in another way. */
  void replay(Loopback other, Function<String, Reply> reply) {
    bodies.forEach((path, each) -> each.forEach(text -> other.on(path, reply.apply(text))));
  }

  /** Compressed, whether the headers say so or not. */
  static Reply zipped(String body, boolean said) {
    return exchange -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream zip = new GZIPOutputStream(bytes)) {
        zip.write(body.getBytes(UTF_8));
      }
      if (said) {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
      }
      exchange.sendResponseHeaders(200, bytes.size());
      exchange.getResponseBody().write(bytes.toByteArray());
    };
  }

  /** Every request: its method, path and query, and what it was authorized with. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  Loopback on(String path, String... texts) {
    for (String body : texts) {
      bodies.computeIfAbsent(path, unseen -> new ArrayList<>()).add(body);
      on(path, ok(body));
    }
    return this;
  }

  synchronized Loopback on(String path, Reply reply) {
    replies.computeIfAbsent(path, unseen -> new ArrayDeque<>()).add(reply);
    return this;
  }

  static Reply ok(String body) {
    return status(200, body);
  }

  static Reply status(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    };
  }

  static Reply busy(String retryAfter) {
    return exchange -> {
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
      exchange.sendResponseHeaders(429, -1);
    };
  }

  /** Promises more than it sends. */
  static Reply broken(String body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length() + 1000L);
      exchange.getResponseBody().write(body.getBytes(UTF_8));
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /** Says nothing for longer than anybody waits. */
  static Reply silent(long millis) {
    return exchange -> {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + (authorization == null ? "" : " " + authorization));
    Reply reply;
    synchronized (this) {
      Deque<Reply> queue = replies.get(exchange.getRequestURI().getPath());
      reply = queue == null || queue.isEmpty() ? status(404, "") : queue.poll();
    }
    try (exchange) {
      reply.write(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
