package dev.gpuadvisor.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gpuadvisor.net.HttpsCall;
import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * A hub in the documented forms: the API's JSON, small files as they are, large ones behind a
 * redirect with a signed URL on another host, ranges. What a path does can be replaced.
 */
final class StandInHub implements AutoCloseable {

  static { // else the JDK's server waits 40 ms within each reply, which no hub does
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, HttpHandler> paths = new ConcurrentHashMap<>();

  /** Each request as it came: method, path and query. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** Tokens that the hub got, and those that its storage got, which must be none. */
  final List<String> tokens = new CopyOnWriteArrayList<>();

  final List<String> tokensOfStorage = new CopyOnWriteArrayList<>();

  private StandInHub(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** What the real look-up makes of it. */
  Answer find(String name) {
    return find(name, settings());
  }

  static Answer find(String name, HubSettings settings) {
    return new HuggingFaceHub(settings, Clock.systemUTC())
        .find(RepositoryName.of(name).orElseThrow());
  }

  static StandInHub open() {
    try {
      return new StandInHub(HttpServer.create(local(), 0), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StandInHub open(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(local(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new StandInHub(server, "https");
  }

  private static InetSocketAddress local() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  String address() {
    return address("localhost");
  }

  /** {@code http://127.0.0.1:8081}. */
  String addressByNumber() {
    return address("127.0.0.1");
  }

  private String address(String host) {
    return scheme + "://" + host + ":" + server.getAddress().getPort();
  }

  HubSettings settings() {
    return settings("", HttpsCall.trustingTheUsual());
  }

  HubSettings settings(String token, HttpsCall calls) {
    Map<String, String> environment = Map.of("HF_ENDPOINT", address());
    return new HubSettings(environment::get, () -> token, () -> calls);
  }

  /** What a path answers from now on. */
  StandInHub on(String path, HttpHandler handler) {
    paths.put(path, handler);
    return this;
  }

  /** All of a repository. */
  StandInHub with(StandInRepository repository) {
    String id = repository.id();
    on("/api/models/" + id, exchange -> send(exchange, 200, repository.api()));
    on(
        "/api/models/" + id + "/revision/" + StandInRepository.REVISION,
        exchange -> send(exchange, 200, repository.api()));
    repository
        .files()
        .forEach(
            (name, file) -> {
              String storage = "/storage/" + id + "/" + name;
              on(
                  "/" + id + "/resolve/" + StandInRepository.REVISION + "/" + name,
                  exchange -> {
                    if (file.isLarge()) {
                      String signed = "?Expires=1795651200&Signature=a~b_c-&Key-Pair-Id=K1";
                      exchange
                          .getResponseHeaders()
                          .add("Location", address("127.0.0.1") + storage + signed);
                      send(exchange, 302, new byte[0]);
                    } else {
                      send(exchange, 200, file.start());
                    }
                  });
              on(storage, exchange -> sendPart(exchange, file));
            });
    return this;
  }

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  static HttpHandler status(int status, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      send(exchange, status, "{\"error\":\"as it is\"}".getBytes(UTF_8));
    };
  }

  private void sendPart(HttpExchange exchange, StandInRepository.StoredFile file)
      throws IOException {
    List<String> token = exchange.getRequestHeaders().get("Authorization");
    tokensOfStorage.addAll(token == null ? List.of() : token);
    String range = exchange.getRequestHeaders().getFirst("Range");
    long last = Long.parseLong(range.substring(range.indexOf('-') + 1));
    long length = Math.min(last + 1, file.bytes());
    exchange
        .getResponseHeaders()
        .add("Content-Range", "bytes 0-" + (length - 1) + "/" + file.bytes());
    exchange.sendResponseHeaders(206, length);
    try {
      exchange.getResponseBody().write(file.start());
      exchange.getResponseBody().write(new byte[(int) Math.max(0, length - file.start().length)]);
    } catch (IOException e) {
      // Whoever has read the header has read enough.
    }
    exchange.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    String path = exchange.getRequestURI().getRawPath();
    List<String> token = exchange.getRequestHeaders().get("Authorization");
    if (!path.startsWith("/storage/")) {
      tokens.addAll(token == null ? List.of() : token);
    }
    try {
      paths.getOrDefault(path, status(401, "X-Error-Code", "RepoNotFound")).handle(exchange);
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
