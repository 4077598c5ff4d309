package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.function.testing.ColdAnswer;
import dev.gpuadvisor.function.testing.FunctionProcess;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The executable in function.zip answers the first command and the first click of its life in no
 * more than a question takes and some: Slack waits for three seconds, of which Lambda's own start
 * and the network take the most.
 */
@Timeout(120)
class NativeSlackIT {

  private static final Map<String, String> SETTINGS =
      Map.of("HUB", "off", SlackSettings.SIGNING_SECRET, Slack.SECRET);
  private static final String ASKED =
      """
      {"version":"2.0","routeKey":"GET /v1/recommendations","rawPath":"/v1/recommendations",
       "rawQueryString":"model=qwen2.5-14b&quantization=8bit","headers":{},
       "requestContext":{"http":{"method":"GET","path":"/v1/recommendations"}}}
      """;

  /** Milliseconds beyond a question's, on a machine that does other things too. */
  private static final double MOST_MORE = 50;

  @TempDir static Path folder;
  private static Path executable;
  private static double question;

  @BeforeAll
  static void unzip() throws Exception {
    executable = FunctionProcess.unzip(Path.of(System.getProperty("function.zip")), folder);
    question = ColdAnswer.of(executable, SETTINGS, () -> ASKED).millis();
  }

  @Test
  void firstCommandIsAnsweredFromCold() {
    ColdAnswer answer =
        ColdAnswer.of(
            executable, SETTINGS, () -> event("/slack/commands", Slack.form("qwen2.5-14b 8bit")));

    assertTrue(answer.text().contains("AMPERE_24"), answer.text());
    assertInTime("command", answer);
  }

  @Test
  void firstClickIsAcknowledgedFromCold() {
    String click =
        "{\"type\":\"block_actions\",\"actions\":[{\"type\":\"button\",\"action_id\":\"all\","
            + "\"block_id\":\"q0:/gpu qwen2.5-14b\",\"value\":\"qwen2.5-14b\"}],"
            + "\"response_url\":\"https://hooks.slack.com/actions/T/1/x\"}";
    ColdAnswer answer = clicked(click);

    assertTrue(answer.text().contains("\"statusCode\":200"), answer.text());
    assertInTime("click", answer);
  }

  @Test
  void firstLettersOfAModelAreCompletedFromCold() {
    ColdAnswer answer =
        clicked(
            "{\"type\":\"block_suggestion\",\"action_id\":\"model\",\"block_id\":\"b\","
                + "\"value\":\"qwen\"}");

    assertTrue(answer.text().contains("qwen2.5-14b"), answer.text());
    assertInTime("suggestion", answer);
  }

  private static ColdAnswer clicked(String payload) {
    String body = "payload=" + URLEncoder.encode(payload, UTF_8);
    return ColdAnswer.of(executable, SETTINGS, () -> event("/slack/interactions", body));
  }

  private static void assertInTime(String what, ColdAnswer answer) {
    System.out.printf(
        "First %s from cold: %.1f ms; a question: %.1f ms%n", what, answer.millis(), question);
    assertTrue(answer.millis() < question + MOST_MORE, what + ": " + answer.millis() + " ms");
  }

  /** As API Gateway hands it over, signed now. */
  private static String event(String path, String body) {
    String time = Long.toString(Instant.now().getEpochSecond());
    byte[] bytes = body.getBytes(UTF_8);
    return """
        {"version":"2.0","routeKey":"POST %s","rawPath":"%s","rawQueryString":"",
         "headers":{"content-type":"application/x-www-form-urlencoded",
          "x-slack-request-timestamp":"%s","x-slack-signature":"%s"},
         "requestContext":{"http":{"method":"POST","path":"%s"}},
         "body":"%s","isBase64Encoded":true}
        """
        .formatted(
            path,
            path,
            time,
            Signature.of(Slack.SECRET, time, bytes),
            path,
            Base64.getEncoder().encodeToString(bytes));
  }
}
