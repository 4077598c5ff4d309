package dev.gpuadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.cli.Terminal.Answered;
import dev.gpuadvisor.http.ApiResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same questions asked of an advisor elsewhere. */
class DeployedAdvisorTest {

  private static HttpServer server;
  private static String url;

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/stage/", DeployedAdvisorTest::answer);
    server.createContext("/broken/", exchange -> reply(exchange, 200, "<html>".getBytes()));
    server.start();
    url = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      headers.put("content-type", type);
    }
    String target = exchange.getRequestURI().toString().substring("/stage".length());
    ApiResponse response =
        Asking.API.handle(
            Asking.request(
                exchange.getRequestMethod(),
                target,
                headers,
                exchange.getRequestBody().readAllBytes()));
    reply(exchange, response.status(), response.body());
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phi-4 8bit 4 users",
        "phi-4 --json",
        "phi-4 --config {\"model_type\":\"x\"} --json",
        "offers AMPERE_24",
        "models --id meta-llama/Llama-3.1-8B-Instruct",
        "report phi-4",
        "phi-4 --budget-per-month 10 --budget-check",
        "phi-4 --rank-by nonsense",
        "logs vllm.log --json"
      })
  void answersAsHere(String typed) {
    Answered here = terminal().run(typed.split(" "));
    Answered there = terminal().run((typed + " --url " + url + "/stage/").split(" "));

    assertEquals(here, there);
  }

  private static Terminal terminal() {
    return new Terminal().withFile("vllm.log", "INFO Available KV cache memory: 51.38 GiB\n");
  }

  @Test
  void whatIsNoAdvisorIsSaidToBeNone() {
    Answered answered = Terminal.answer("phi-4", "--url", url + "/broken");

    assertEquals(3, answered.status(), answered.toString());
    assertTrue(answered.err().contains("no advisor"), answered.err());
  }

  @Test
  void withoutTlsNobodyElsewhereIsAsked() {
    Answered answered = Terminal.answer("phi-4", "--url", "http://192.0.2.1");

    assertEquals(3, answered.status(), answered.toString());
  }
}
