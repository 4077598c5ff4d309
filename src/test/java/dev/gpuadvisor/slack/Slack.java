package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.slack.message.TableStyle;
import dev.gpuadvisor.text.Language;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Slack as the advisor sees it: sends signed commands. */
public final class Slack {

  public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Api API = api(List.of(SECRET));

  private Slack() {}

  static Api api(List<String> secrets) {
    return api((Secrets) () -> secrets);
  }

  static Api api(Secrets secrets) {
    return GpuAdvisor.api(
        BundledCatalog.catalog(),
        CLOCK,
        new SlackSettings(
            secrets, () -> Language.EN, () -> TableStyle.TEXT, () -> List.of(), Outbox.atOnce()),
        McpSettings.from(name -> null));
  }

  /** The answer to what somebody types behind the command. */
  public static String answer(String line) {
    ApiResponse response = send(line);
    if (response.status() != 200) {
      throw new AssertionError(response.status() + ": " + new String(response.body(), UTF_8));
    }
    return new String(response.body(), UTF_8);
  }

  static ApiResponse send(String line) {
    return API.handle(signed(form(line)));
  }

  /** The form that Slack posts, with the fields that it documents. */
  static String form(String line) {
    return "token=gIkuvaNzQIHg97ATvDxqgjtO&team_id=T0001&team_domain=example&channel_id=C2147483705"
        + "&channel_name=test&user_id=U2147483697&user_name=Steve&command=%2Fgpu&text="
        + URLEncoder.encode(line, UTF_8)
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1234%2F5678"
        + "&trigger_id=13345224609.738474920.8088930838d88f008e0&api_app_id=A123456";
  }

  /** A command as a running door takes it, which looks at its clock. */
  public static ApiRequest command(String line) {
    return signed(form(line), Instant.now());
  }

  static ApiRequest signed(String body) {
    return signed(body, NOW);
  }

  private static ApiRequest signed(String body, Instant when) {
    String timestamp = Long.toString(when.getEpochSecond());
    return request(timestamp, Signature.of(SECRET, timestamp, body.getBytes(UTF_8)), body);
  }

  static ApiRequest request(String timestamp, String signature, String body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/x-www-form-urlencoded");
    headers.put("x-slack-request-timestamp", timestamp);
    headers.put("x-slack-signature", signature);
    return request(headers, body);
  }

  static ApiRequest request(Map<String, String> headers, String body) {
    return new ApiRequest(
        "POST /slack/commands", Map.of(), "", Map.copyOf(headers), body.getBytes(UTF_8));
  }
}
