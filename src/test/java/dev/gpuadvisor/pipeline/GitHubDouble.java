package dev.gpuadvisor.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Plays GitHub, below /github, and a deployed advisor, below /advisor. */
final class GitHubDouble implements AutoCloseable {

  static final String TOKEN = "token-of-the-run";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Contents by {@code repository@commit/path}. */
  final Map<String, String> files = new ConcurrentHashMap<>();

  /** Comments by their ids. */
  final Map<Integer, String> comments = new TreeMap<>();

  /** What was asked for, method and path. */
  final List<String> calls = new ArrayList<>();

  /** Whether comments are refused, as for forks. */
  boolean readOnly;

  private final HttpServer server;

  GitHubDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/github/", this::github);
    server.createContext("/advisor/", GitHubDouble::advisor);
    server.start();
  }

  String url(String what) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + what;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void github(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/github/repos/".length());
    String method = exchange.getRequestMethod();
    calls.add(method + " " + path);
    JsonNode body = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}");
    } else if (path.contains("/compare/")) {
      answer(exchange, 200, "{\"merge_base_commit\": {\"sha\": \"base\"}}");
    } else if (path.contains("/contents/")) {
      contents(exchange, path);
    } else if (method.equals("GET")) {
      answer(exchange, 200, MAPPER.writeValueAsString(page(exchange.getRequestURI().getQuery())));
    } else if (readOnly) {
      answer(exchange, 403, "{}");
    } else if (method.equals("DELETE")) {
      comments.remove(number(path));
      answer(exchange, 204, "");
    } else {
      boolean known = method.equals("PATCH");
      comments.put(known ? number(path) : 1000 + comments.size(), body.path("body").asText());
      answer(exchange, known ? 200 : 201, "{}");
    }
  }

  private void contents(HttpExchange exchange, String path) throws IOException {
    String repository = path.substring(0, path.indexOf("/contents/"));
    String file = path.substring(path.indexOf("/contents/") + "/contents/".length());
    String commit = exchange.getRequestURI().getQuery().replace("ref=", "");
    String text = files.get(repository + "@" + commit + "/" + file);
    answer(exchange, text == null ? 404 : 200, text == null ? "{}" : text);
  }

  private List<Map<String, Object>> page(String query) {
    int page = Integer.parseInt(query.substring(query.indexOf("&page=") + "&page=".length()));
    return comments.entrySet().stream()
        .skip((page - 1) * 100L)
        .limit(100)
        .map(entry -> Map.<String, Object>of("id", entry.getKey(), "body", entry.getValue()))
        .toList();
  }

  private static int number(String path) {
    return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
  }

  private static void advisor(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString().substring("/advisor".length());
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", exchange.getRequestHeaders().getFirst("Content-Type"));
    ApiRequest request =
        Asking.request(
            exchange.getRequestMethod(), target, headers, exchange.getRequestBody().readAllBytes());
    ApiResponse response = Asking.API.handle(request);
    answer(exchange, response.status(), Asking.text(response));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
