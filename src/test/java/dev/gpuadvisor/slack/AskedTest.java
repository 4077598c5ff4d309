package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions that people ask in public are answered as it turned out there. */
class AskedTest {

  private static final String SLACK = "slack ";

  /** A question of the table. */
  record Asked(String question, List<String> checks, String source) {
    static Asked of(String line) {
      String[] parts = line.split(";", 3);
      return new Asked(parts[0], List.of(parts[1].split(",(?=[a-z_.0-9]+[=~!:])")), parts[2]);
    }

    @Override
    public String toString() {
      return question;
    }
  }

  static Stream<Asked> asked() throws IOException {
    try (InputStream in = AskedTest.class.getResourceAsStream("/asked/asked.csv")) {
      return new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Asked::of)
              .toList()
              .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("asked")
  void isAnsweredAsItTurnedOut(Asked asked) throws IOException {
    boolean slack = asked.question().startsWith(SLACK);
    ApiResponse response =
        slack
            ? Slack.send(asked.question().substring(SLACK.length()))
            : Asking.get(asked.question().replace(" ", "%20"));
    String text = new String(response.body(), UTF_8);
    for (String check : asked.checks()) {
      verify(check, response.status(), text);
    }
  }

  private static void verify(String check, int status, String text) throws IOException {
    String path = check.split("[=~!:]", 2)[0];
    String wanted = check.substring(path.length() + 1);
    char kind = check.charAt(path.length());
    if (path.equals("status")) {
      assertEquals(Integer.parseInt(wanted), status, text);
      return;
    }
    JsonNode node = path.equals("text") ? null : at(new JsonMapper().readTree(text), path);
    String value = node == null ? text : node.isValueNode() ? node.asText() : node.toString();
    boolean met =
        switch (kind) {
          case '=' -> List.of(wanted.split("\\|")).contains(value);
          case '~' -> Pattern.compile(wanted).matcher(value).find();
          case '!' -> !Pattern.compile(wanted).matcher(value).find();
          default -> isNear(value, wanted.split(":"));
        };
    assertTrue(met, () -> check + " but was " + value + " in " + text);
  }

  private static JsonNode at(JsonNode node, String path) {
    JsonNode at = node;
    for (String key : path.split("\\.")) {
      at = at.path(key);
    }
    return at;
  }

  private static boolean isNear(String value, String[] wanted) {
    double meant = Double.parseDouble(wanted[0]);
    double percent = Double.parseDouble(wanted[1]);
    return Math.abs(Double.parseDouble(value) - meant) <= meant * percent / 100;
  }
}
