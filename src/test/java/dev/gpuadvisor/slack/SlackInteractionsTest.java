package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.slack.click.HooksDouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackInteractionsTest {

  private static final String ID = "q0:/gpu qwen2.5-14b-instruct 8bit";
  private static final String LINE = "/gpu qwen2.5-14b-instruct 8bit";

  private static HooksDouble hooks;
  private static SlackClicks slack;

  @BeforeAll
  static void open() throws IOException {
    hooks = new HooksDouble();
    slack = new SlackClicks(hooks, Duration.ofSeconds(20));
  }

  @AfterAll
  static void close() {
    hooks.close();
  }

  @BeforeEach
  void forget() {
    hooks.judges(body -> "ok");
    hooks.taken();
  }

  /** What was posted after an empty acknowledgement; each of it within Slack's limits. */
  private static List<JsonNode> posted(JsonNode payload) {
    ApiResponse response = slack.send(payload);
    assertEquals(200, response.status(), new String(response.body(), UTF_8));
    assertEquals(0, response.body().length);
    return hooks.taken().stream().map(SlackLimits::check).toList();
  }

  @Test
  void aRecommendationCarriesItsLine() {
    JsonNode controls = SlackClicks.controls(Slack.answer("qwen2.5-14b 8bit"));
    assertEquals(ID, controls.path("block_id").asText());
    assertEquals(List.of("share", "all", "bits", "ctx"), controls.findValuesAsText("action_id"));
    assertEquals(LINE, controls.at("/elements/0/value").asText());
    assertEquals("8bit", controls.at("/elements/2/initial_option/value").asText());
    assertEquals("8k", controls.at("/elements/3/initial_option/value").asText());
    assertTrue(SlackClicks.controls(Slack.answer("qwen2.5-14b 8bit share")).isMissingNode());
  }

  @Test
  void sharingPutsTheAnswerIntoTheChannelAndTellsWhoShared() {
    List<JsonNode> posted = posted(slack.button("share", ID, LINE));
    assertEquals(2, posted.size());
    assertEquals("in_channel", posted.get(0).path("response_type").asText());
    assertFalse(posted.get(0).path("replace_original").asBoolean(true));
    assertEquals("AMPERE_24 · $0.684 per hour · $499.32 per month", headline(posted.get(0)));
    assertEquals("ephemeral", posted.get(1).path("response_type").asText());
    assertTrue(posted.get(1).path("replace_original").asBoolean());
    assertTrue(SlackClicks.controls(posted.get(0).toString()).isMissingNode());
  }

  @Test
  void allOffersAreShownInPlaceAndFewerAgain() {
    JsonNode all = posted(slack.button("all", ID, LINE)).get(0);
    JsonNode fewer = posted(slack.button("fewer", "q1" + ID.substring(2), LINE)).get(0);
    assertTrue(all.path("replace_original").asBoolean());
    assertEquals(
        "q1" + ID.substring(2), SlackClicks.controls(all.toString()).path("block_id").asText());
    assertTrue(all.findValue("rows").size() > fewer.findValue("rows").size());
    assertEquals(
        "fewer", SlackClicks.controls(all.toString()).at("/elements/1/action_id").asText());
    assertEquals(
        "all", SlackClicks.controls(fewer.toString()).at("/elements/1/action_id").asText());
  }

  @Test
  void menusChangeOneWord() {
    JsonNode bits = posted(slack.choice("bits", ID, "4bit")).get(0);
    JsonNode context = posted(slack.choice("ctx", ID + " users=4 fr", "32k")).get(0);
    assertTrue(state(bits).endsWith("/gpu qwen2.5-14b-instruct 4bit"), state(bits));
    assertTrue(
        state(context).endsWith("/gpu qwen2.5-14b-instruct 8bit ctx=32k users=4 fr"),
        state(context));
    assertTrue(context.path("text").asText().startsWith("Louer "), context.toString());
  }

  private static String state(JsonNode message) {
    return SlackClicks.controls(message.toString()).path("block_id").asText();
  }

  private static String headline(JsonNode message) {
    return message.at("/blocks/0/text/text").asText();
  }

  @Test
  void theCommandAloneIsAForm() {
    JsonNode form = SlackLimits.check(Slack.answer(""));
    JsonNode controls = SlackClicks.controls(form.toString());
    assertEquals(List.of("model", "bits", "ask"), controls.findValuesAsText("action_id"));
    String id = controls.path("block_id").asText();
    JsonNode chosen = posted(slack.choice("model", id, "phi-4")).get(0);
    assertEquals("q1:/gpu form phi-4", state(chosen));
    JsonNode both = posted(slack.choice("bits", state(chosen), "4bit")).get(0);
    assertEquals("q2:/gpu form phi-4 4bit", state(both));
    JsonNode answer = posted(slack.button("ask", state(both), "ask")).get(0);
    assertTrue(answer.path("text").asText().contains("microsoft/phi-4"), answer.toString());
    assertEquals("q3:/gpu phi-4 4bit", state(answer));
  }

  /** Where Slack tells what else is chosen, that counts; nothing has to be drawn anew for it. */
  @Test
  void theFormIsAnsweredByWhatIsChosenInIt() {
    ObjectNode ask = slack.button("ask", "q0:/gpu form", "ask");
    ask.putObject("state")
        .putObject("values")
        .putObject("q0:/gpu form")
        .putObject("model")
        .putObject("selected_option")
        .put("value", "phi-4");
    assertTrue(posted(ask).get(0).path("text").asText().contains("microsoft/phi-4"));

    JsonNode nothing = posted(slack.button("ask", "q0:/gpu form", "ask")).get(0);
    assertEquals("q1:/gpu form", state(nothing));
  }

  @ParameterizedTest
  @ValueSource(strings = {"q", "qwen", "qwen 14b", "llama 3.1", "8b", "mistralai/", "zzzz", ""})
  void lettersAreAnsweredInTheBody(String typed) {
    ApiResponse response = slack.send(slack.suggestion(typed));
    JsonNode options = SlackClicks.json(new String(response.body(), UTF_8)).path("options");

    assertEquals(200, response.status());
    assertEquals(List.of(), hooks.taken());
    assertTrue(options.isArray() && options.size() <= 100);
    options.forEach(SlackLimits::checkOption);
    assertEquals(typed.equals("zzzz"), options.isEmpty());
    if (typed.equals("qwen 14b")) {
      assertEquals("qwen3-14b", options.at("/0/value").asText());
    }
  }

  @Test
  void theShortcutAnswersTheQuestionOfAMessageInItsThread() {
    JsonNode answer =
        posted(slack.shortcut("which_gpu", "Hi all,\n> any idea?\n`/gpu qwen2.5-14b 8bit`\nThanks"))
            .get(0);

    assertEquals("in_channel", answer.path("response_type").asText());
    assertEquals("1768478000.000300", answer.path("thread_ts").asText());
    assertTrue(headline(answer).startsWith("AMPERE_24"));
  }

  @Test
  void theShortcutTellsOnlyWhoTookItWhatIsWrong() {
    JsonNode answer = posted(slack.shortcut("which_gpu", "no <!channel> question *here*")).get(0);

    assertEquals("ephemeral", answer.path("response_type").asText());
    assertFalse(answer.has("thread_ts"));
    assertEquals(List.of(), posted(slack.shortcut("another_one", "qwen2.5-14b 8bit")));
  }

  @Test
  void aTableIsTriedAndTheSafeFormSentOnceWhereSlackRefusesIt() {
    hooks.judges(body -> body.contains("\"type\":\"table\"") ? "invalid_blocks" : "ok");
    List<JsonNode> posted = posted(slack.choice("bits", ID, "4bit"));
    assertEquals(2, posted.size());
    assertTrue(posted.get(0).toString().contains("\"table\""));
    assertFalse(SlackLimits.rows(posted.get(1)).isEmpty());
  }

  @Test
  void whatIsRefusedTwiceIsNotSentAgain() {
    hooks.judges(body -> "invalid_blocks");
    assertEquals(2, posted(slack.button("all", ID, LINE)).size());
    assertEquals(2, posted(slack.button("share", ID, LINE)).size(), "nothing was shared");
    hooks.judges(body -> "expired_url");
    assertEquals(1, posted(slack.button("all", ID, LINE)).size());
  }

  @Test
  void anAddressIsUsedThreeTimesAtMost() {
    hooks.judges(body -> body.contains("\"type\":\"table\"") ? "invalid_blocks" : "ok");

    assertEquals(3, posted(slack.button("share", ID, LINE)).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.com/actions/T1/1/abc", // not where this Slack is
        "http://hooks.slack.com/actions/T1/1/abc",
        "http://127.0.0.1:1/actions/T1/1/abc",
        "http://localhost/actions",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "not an address",
        ""
      })
  void nothingIsSentAnywhereElse(String url) {
    ObjectNode payload = slack.button("all", ID, LINE);
    payload.put("response_url", url);

    assertEquals(List.of(), posted(payload));
  }

  @Test
  void whatOtherVersionsHaveSentDoesNothing() {
    assertEquals(List.of(), posted(slack.button("of_tomorrow", ID, LINE)));
    ObjectNode view = slack.button("all", ID, LINE);
    view.put("type", "view_submission");
    assertEquals(List.of(), posted(view));
  }

  @ParameterizedTest
  @ValueSource(strings = {"payload=", "payload=%7B", "payload=[]", "", "text=help", "payload=1"})
  void refusesASignedPayloadThatIsNone(String body) {
    assertEquals(400, Slack.api(List.of(Slack.SECRET)).handle(SlackClicks.signed(body)).status());
  }

  @Test
  void isSignedLikeCommands() {
    String body = "payload=%7B%22type%22%3A%22block_suggestion%22%7D";
    ApiRequest unsigned =
        new ApiRequest("POST /slack/interactions", Map.of(), "", Map.of(), body.getBytes(UTF_8));
    ApiRequest signed = SlackClicks.signed(body);

    assertEquals(401, Slack.api(List.of(Slack.SECRET)).handle(unsigned).status());
    assertEquals(200, Slack.api(List.of(Slack.SECRET)).handle(signed).status());
    assertEquals(401, Slack.api(List.of("another")).handle(signed).status());
  }
}
