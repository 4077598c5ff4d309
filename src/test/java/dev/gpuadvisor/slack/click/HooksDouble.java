package dev.gpuadvisor.slack.click;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * hooks.slack.com on this machine. Takes what Slack takes: an address is good for five messages,
 * then it is gone.
 */
public final class HooksDouble implements AutoCloseable {

  private static final int MOST_USES = 5;

  private final HttpServer server;
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private UnaryOperator<String> judge = body -> "ok";
  private int uses;

  public HooksDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * @param verdict on a body: {@code ok}, or an error as Slack names it
   */
  public void judges(UnaryOperator<String> verdict) {
    judge = verdict;
  }

  /** What has been sent since it was last asked. */
  public List<String> taken() {
    List<String> all = List.copyOf(bodies);
    bodies.clear();
    uses = 0;
    return all;
  }

  public Hooks hooks() {
    return new Hooks(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  /** An address as it comes with a click. */
  public String url() {
    return hooks().origin() + "/actions/T0001/1234/abcdef";
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    bodies.add(body);
    uses++;
    String verdict =
        exchange.getRequestURI().getPath().startsWith("/actions/") && uses <= MOST_USES
            ? judge.apply(body)
            : "expired_url";
    byte[] answer = verdict.getBytes(UTF_8);
    int status = verdict.equals("ok") ? 200 : verdict.equals("expired_url") ? 404 : 400;
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
