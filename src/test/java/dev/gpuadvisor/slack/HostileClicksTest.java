package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.slack.click.HooksDouble;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileClicksTest {

  private static final long SEED = Long.getLong("hostile.seed", 22);
  private static final int CLICKS = Integer.getInteger("hostile.clicks", 2_000);
  private static final int FORGERIES = 100_000;
  private static final List<String> ACTIONS =
      List.of("share", "all", "fewer", "bits", "ctx", "model", "ask", "", "other", "SHARE");
  private static final List<String> VALUES =
      List.of("8bit", "4bit", "16bit", "32k", "ask", "phi-4", "", "0", "-1", "9bit", "1e9k");

  @Test
  void whateverIsClickedOnGetsAMessageThatSlackTakes() throws IOException {
    Random random = new Random(SEED);
    int answers = 0;
    try (HooksDouble hooks = new HooksDouble()) {
      SlackClicks slack = new SlackClicks(hooks, Duration.ofSeconds(30));
      for (int i = 0; i < CLICKS; i++) {
        ObjectNode payload = click(slack, random);
        try {
          ApiResponse response = slack.send(payload);
          assertEquals(200, response.status(), new String(response.body(), UTF_8));
          List<String> taken = hooks.taken();
          assertTrue(taken.size() <= 3, "messages: " + taken.size());
          taken.forEach(SlackLimits::check);
          answers += taken.size();
        } catch (AssertionError | RuntimeException e) {
          fail("seed " + SEED + ", click " + i + ": " + payload, e);
        }
      }
    }
    assertTrue(answers > CLICKS / 2, "too few answers to say much: " + answers);
  }

  private static ObjectNode click(SlackClicks slack, Random random) {
    String language = random.nextBoolean() ? "" : " fr";
    String line = random.nextInt(3) == 0 ? "qwen2.5-14b 8bit" : HostileLines.line(random);
    String id = "q" + random.nextInt(2000) + ":/gpu " + line + language;
    String value = random.nextInt(3) == 0 ? HostileLines.line(random) : one(VALUES, random);
    return switch (random.nextInt(8)) {
      case 0 -> slack.shortcut("which_gpu", line + "\n" + HostileLines.line(random));
      case 1 -> slack.button("share", id, "/gpu " + line + language);
      case 2 -> slack.choice(one(ACTIONS, random), HostileLines.line(random), value);
      case 3 -> slack.button(one(ACTIONS, random), id, value);
      default -> slack.choice(one(ACTIONS, random), id, value);
    };
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /**
   * Half of them clicks, half commands; signatures of nobody, of another secret, of another body.
   */
  @Test
  void noneOfAHundredThousandForgeriesPasses() {
    Random random = new Random(SEED);
    var api = Slack.api(List.of(Slack.SECRET));
    byte[] noise = new byte[32];
    int refused = 0;
    for (int i = 0; i < FORGERIES; i++) {
      String body = (i % 2 == 0 ? "payload=%7B%7D&i=" : "command=%2Fgpu&text=help&i=") + i;
      String timestamp = Long.toString(Slack.NOW.getEpochSecond() + random.nextInt(700) - 350);
      random.nextBytes(noise);
      String signature =
          switch (i % 4) {
            case 0 -> "v0=" + HexFormat.of().formatHex(noise);
            case 1 -> Signature.of("another secret", timestamp, body.getBytes(UTF_8));
            case 2 -> Signature.of(Slack.SECRET, timestamp, (body + "0").getBytes(UTF_8));
            default -> Signature.of(Slack.SECRET, timestamp + "0", body.getBytes(UTF_8));
          };
      Map<String, String> headers = new HashMap<>();
      headers.put("x-slack-request-timestamp", timestamp);
      headers.put("x-slack-signature", signature);
      String route = i % 2 == 0 ? "POST /slack/interactions" : "POST /slack/commands";
      ApiRequest request =
          new ApiRequest(route, Map.of(), "", Map.copyOf(headers), body.getBytes(UTF_8));
      refused += api.handle(request).status() == 401 ? 1 : 0;
    }
    assertEquals(FORGERIES, refused);
  }
}
