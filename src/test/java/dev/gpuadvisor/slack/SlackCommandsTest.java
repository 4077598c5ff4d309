package dev.gpuadvisor.slack;

import static dev.gpuadvisor.slack.Slack.NOW;
import static dev.gpuadvisor.slack.Slack.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackCommandsTest {

  @Test
  void answersASignedCommandToWhoAsked() {
    ApiResponse response = Slack.send("qwen2.5-14b 8bit");

    assertEquals(200, response.status());
    assertEquals("application/json", response.headers().get("content-type"));
    assertEquals("no-store", response.headers().get("cache-control"));
    assertTrue(text(response).startsWith("{\"response_type\":\"ephemeral\""), text(response));
  }

  @Test
  void answersToTheChannelWhenToldTo() {
    assertTrue(Slack.answer("qwen2.5-14b 8bit share").contains("\"in_channel\""));
    assertTrue(Slack.answer("offers PUBLIC").contains("\"in_channel\""));
  }

  @Test
  void complainsToWhoAskedAlone() {
    assertTrue(Slack.answer("qwne 8bit share").contains("\"ephemeral\""));
    assertTrue(Slack.answer("help share").contains("\"ephemeral\""));
  }

  @Test
  void saysNothingOfWhyASignatureIsRefused() {
    String body = Slack.form("help");
    String timestamp = Long.toString(NOW.getEpochSecond());
    String signature = Signature.of("wrong", timestamp, body.getBytes(UTF_8));
    String old = Long.toString(NOW.getEpochSecond() - 301);
    String oldSignature = Signature.of(SECRET, old, body.getBytes(UTF_8));
    ApiResponse wrong = send(Slack.request(timestamp, signature, body));
    ApiResponse late = send(Slack.request(old, oldSignature, body));
    ApiResponse bare = send(Slack.request(Map.of(), body));

    assertEquals(401, wrong.status());
    assertEquals(401, late.status());
    assertEquals(401, bare.status());
    assertEquals(text(wrong), text(late));
    assertEquals(text(wrong), text(bare));
  }

  @Test
  void looksAtTheSignatureBeforeAnythingElse() {
    ApiRequest unreadable =
        new ApiRequest("POST /slack/commands", Map.of(), "%", Map.of(), new byte[] {'%', 'z'});

    assertEquals(401, send(unreadable).status());
    assertEquals(401, send(Slack.request(Map.of(), "ssl_check=1&text=help")).status());
  }

  @Test
  void isClosedUntilASecretIsConfigured() {
    ApiResponse told = Slack.api(List.of()).handle(Slack.signed(Slack.form("phi-4")));

    assertEquals(200, told.status());
    assertTrue(Asking.text(told).contains("SLACK_SIGNING_SECRET"), Asking.text(told));
    assertTrue(told.body().length < 300, Asking.text(told));
    ApiRequest unsigned = Slack.request(Map.of(), Slack.form("phi-4"));
    assertEquals(401, Slack.api(List.of()).handle(unsigned).status());

    String click = "payload=%7B%22type%22%3A%22block_suggestion%22%7D";
    ApiResponse clicked = Slack.api(List.of()).handle(SlackClicks.signed(click));
    assertEquals(503, clicked.status());
    assertEquals("application/problem+json", clicked.headers().get("content-type"));
    assertTrue(Asking.text(clicked).contains("SLACK_SIGNING_SECRET"), Asking.text(clicked));
  }

  @Test
  void asksForSecretsAtEachRequest() {
    List<String> secrets = new ArrayList<>();
    var api = Slack.api(secrets);
    ApiRequest request = Slack.signed(Slack.form("help"));

    assertTrue(Asking.text(api.handle(request)).contains("SLACK_SIGNING_SECRET"));
    secrets.add(SECRET);
    assertEquals(200, api.handle(request).status());
  }

  /** A secret that Slack signs with before anybody here has heard of it. */
  @Test
  void looksForANewerSecretWhereNoneThatIsKnownHasSigned() {
    AtomicInteger lookups = new AtomicInteger();
    Secrets rotated =
        new Secrets() {
          @Override
          public List<String> get() {
            return List.of("the old one");
          }

          @Override
          public List<String> newest() {
            lookups.incrementAndGet();
            return List.of(SECRET, "the old one");
          }
        };
    var api = Slack.api(rotated);

    assertEquals(200, api.handle(Slack.signed(Slack.form("help"))).status());
    assertEquals(1, lookups.get());
    assertEquals(401, api.handle(Slack.request(Map.of(), Slack.form("help"))).status());
    String old = Long.toString(NOW.getEpochSecond() - 301);
    String signature = Signature.of(SECRET, old, Slack.form("help").getBytes(UTF_8));
    assertEquals(401, api.handle(Slack.request(old, signature, Slack.form("help"))).status());
    assertEquals(1, lookups.get(), "nobody makes it look up anything without a fresh signature");
  }

  @Test
  void answersACheckOfTheCertificateWithNothing() {
    String check = "ssl_check=1&token=gIkuvaNzQIHg97ATvDxqgjtO";
    for (ApiRequest request : List.of(Slack.signed(check), Slack.request(Map.of(), check))) {
      ApiResponse response = send(request);

      assertEquals(200, response.status());
      assertEquals(0, response.body().length);
    }
  }

  /** Of a 503 Slack would show no more than an error line. */
  @Test
  void asksForPatienceWhereTheSecretCannotBeRead() {
    Secrets broken =
        () -> {
          throw new ProblemException(Problem.of(503, "unavailable", Msg.Problem.internal()));
        };
    ApiResponse response = Slack.api(broken).handle(Slack.signed(Slack.form("help")));

    assertEquals(200, response.status());
    assertTrue(text(response).contains("\"ephemeral\""), text(response));
    assertTrue(text(response).contains("try again"), text(response));
  }

  @Test
  void leadsToThePageAndTheReportOfTheSameAnswer() {
    ApiRequest signed = Slack.signed(Slack.form("qwen2.5-14b 8bit ctx=32k fr"));
    ApiRequest request =
        new ApiRequest(
            signed.routeKey(),
            Map.of(),
            "",
            signed.headers(),
            "https://gpu.example.com/live",
            signed.body());
    String message = text(send(request));

    SlackLimits.check(message);
    for (String path : List.of("/?", "/v1/report?format=html&amp;")) {
      String query = "model=qwen2.5-14b-instruct&amp;context=32k&amp;quantization=8bit&amp;lang=fr";
      assertTrue(
          message.contains("<https://gpu.example.com/live" + path)
              && message.replaceAll("[^|]*model=", "model=").contains("lang=fr|"),
          query + message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"help renting", "help ctx", "help ce qui tourne aujourd'hui fr", "aide budget"})
  void helpsWithATopic(String line) {
    String message = Slack.answer(line);

    SlackLimits.check(message);
    assertTrue(message.contains("="), message);
    assertTrue(message.length() < Slack.answer("help").length(), message);
  }

  @Test
  void refusesASignedFormThatIsNone() {
    assertEquals(400, send(Slack.signed("text=%zz")).status());
  }

  @Test
  void helpsWithALineThatIsNotThere() {
    ApiResponse response = send(Slack.signed("command=%2Fgpu"));

    assertEquals(200, response.status());
    assertTrue(text(response).contains("/gpu help"), text(response));
  }

  @Test
  void callsTheCommandAsItIsCalledInTheWorkspace() {
    String body = "command=%2Fadvisor&text=help";

    assertTrue(text(send(Slack.signed(body))).contains("`/advisor offers`"));
    assertFalse(text(send(Slack.signed("command=%2F%3C!here%3E&text="))).contains("here"));
  }

  @Test
  void isAskedByPostAlone() {
    ApiResponse response =
        send(new ApiRequest("GET /slack/commands", Map.of(), "", Map.of(), new byte[0]));

    assertEquals(405, response.status());
    assertEquals("POST, OPTIONS", response.headers().get("allow"));
  }

  @Test
  void isNoPartOfTheOpenApiDocument() {
    ApiResponse response =
        send(new ApiRequest("GET /openapi", Map.of(), "", Map.of(), new byte[0]));

    assertEquals(200, response.status());
    assertFalse(text(response).contains("/slack"));
  }

  private static ApiResponse send(ApiRequest request) {
    return Slack.api(List.of(SECRET)).handle(request);
  }

  private static String text(ApiResponse response) {
    return new String(response.body(), UTF_8);
  }
}
