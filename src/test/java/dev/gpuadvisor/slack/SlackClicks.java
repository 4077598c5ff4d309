package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.click.HooksDouble;
import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.slack.message.TableStyle;
import dev.gpuadvisor.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Slack as it sends clicks, with the fields of its own SDKs' fixtures, and as it takes the answers.
 */
final class SlackClicks {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HooksDouble hooks;
  private final Api api;

  SlackClicks(HooksDouble hooks, Duration limit) {
    this.hooks = hooks;
    this.api =
        GpuAdvisor.api(
            BundledCatalog.catalog(),
            Clock.fixed(Slack.NOW, ZoneOffset.UTC),
            new SlackSettings(
                () -> List.of(Slack.SECRET),
                () -> Language.EN,
                () -> TableStyle.TEXT,
                () -> List.of(),
                new Outbox(hooks.hooks(), Runnable::run, limit)),
            McpSettings.from(name -> null));
  }

  ApiResponse send(JsonNode payload) {
    String body = "payload=" + URLEncoder.encode(payload.toString(), UTF_8);
    return api.handle(signed(body));
  }

  static ApiRequest signed(String body) {
    ApiRequest request = Slack.signed(body);
    return new ApiRequest(
        "POST /slack/interactions", Map.of(), "", request.headers(), request.body());
  }

  /** A click on a button of an ephemeral message, of which Slack sends no text. */
  ObjectNode button(String action, String blockId, String value) {
    ObjectNode payload = click(blockId);
    ((ObjectNode) payload.at("/actions/0"))
        .put("type", "button")
        .put("action_id", action)
        .put("value", value);
    return payload;
  }

  /** A choice from a menu. */
  ObjectNode choice(String action, String blockId, String value) {
    ObjectNode payload = click(blockId);
    ((ObjectNode) payload.at("/actions/0"))
        .put("type", "static_select")
        .put("action_id", action)
        .putObject("selected_option")
        .put("value", value)
        .putObject("text")
        .put("type", "plain_text")
        .put("text", value);
    return payload;
  }

  private ObjectNode click(String blockId) {
    ObjectNode payload = someone("block_actions");
    payload
        .putObject("container")
        .put("type", "message")
        .put("message_ts", "1768478400.000100")
        .put("channel_id", "C0001")
        .put("is_ephemeral", true);
    payload
        .putArray("actions")
        .addObject()
        .put("block_id", blockId)
        .put("action_ts", "1768478401.000200");
    payload.put("response_url", hooks.url());
    return payload;
  }

  /** Letters typed into a menu. */
  ObjectNode suggestion(String typed) {
    return someone("block_suggestion")
        .put("action_id", "model")
        .put("block_id", "q0:/gpu form")
        .put("value", typed);
  }

  /** The shortcut, taken on a message. */
  ObjectNode shortcut(String callback, String message) {
    ObjectNode payload = someone("message_action");
    payload.put("callback_id", callback).put("response_url", hooks.url());
    payload
        .putObject("message")
        .put("type", "message")
        .put("user", "U0002")
        .put("ts", "1768478000.000300")
        .put("text", message);
    return payload;
  }

  private static ObjectNode someone(String type) {
    ObjectNode payload = MAPPER.createObjectNode();
    payload.put("type", type).put("token", "gIkuvaNzQIHg97ATvDxqgjtO").put("api_app_id", "A0001");
    payload.putObject("user").put("id", "U0001").put("username", "steve").put("team_id", "T0001");
    payload.putObject("team").put("id", "T0001").put("domain", "example");
    payload.putObject("channel").put("id", "C0001").put("name", "general");
    payload.putNull("enterprise").put("is_enterprise_install", false).put("trigger_id", "1.2.3");
    return payload;
  }

  /** The block of buttons and menus of a message. */
  static JsonNode controls(String message) {
    for (JsonNode block : json(message).path("blocks")) {
      if (block.path("type").asText().equals("actions")) {
        return block;
      }
    }
    return MAPPER.missingNode();
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
