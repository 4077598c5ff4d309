package dev.gpuadvisor.function.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers GetParameter as AWS does. */
final class ParameterStoreDouble implements AutoCloseable {

  private final HttpServer server;
  private final List<String> questions = new ArrayList<>();
  private int status = 200;
  private String answer = "";

  ParameterStoreDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  void holds(String value) {
    answers(
        200,
        """
        {"Parameter": {"ARN": "arn:aws:ssm:eu-west-1:123456789012:parameter/secret", "DataType": "text",
          "LastModifiedDate": 1.7E9, "Name": "/secret", "Type": "SecureString", "Value": "%s", "Version": 3}}
        """
            .formatted(value));
  }

  void answers(int status, String answer) {
    this.status = status;
    this.answer = answer;
  }

  /** As Lambda would set it. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_REGION",
        "eu-west-1",
        "AWS_ACCESS_KEY_ID",
        "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY",
        "secret-key",
        "AWS_SESSION_TOKEN",
        "session-token",
        "AWS_ENDPOINT_URL_SSM",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        SlackSecrets.PARAMETER,
        "/secret");
  }

  /** Operation, body and form of signature of each request. */
  List<String> questions() {
    return questions;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    questions.add(
        String.join(
            " ",
            exchange.getRequestHeaders().getFirst("X-Amz-Target"),
            body,
            authorization.replaceAll("Signature=[0-9a-f]{64}", "signed").replaceAll(",.*,", "")));
    byte[] bytes = answer.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
