package dev.gpuadvisor.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.slack.message.TableStyle;
import dev.gpuadvisor.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The request of Slack's documentation, as API Gateway hands it over: the body is signed as sent.
 */
class SlackEventTest {

  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1531420618), ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(strings = {"slack-command.json", "slack-command-base64.json"})
  void isSignedWhateverTheGatewayDoesToItsBody(String event) throws Exception {
    ApiResponse response = api(SECRET).handle(read(event));

    assertEquals(200, response.status());
    assertTrue(new String(response.body(), UTF_8).contains("`/webhook-collect help`"));
    assertEquals(401, api("another").handle(read(event)).status());
  }

  private static Api api(String secret) {
    return GpuAdvisor.api(
        BundledCatalog.catalog(),
        CLOCK,
        new SlackSettings(
            () -> List.of(secret),
            () -> Language.EN,
            () -> TableStyle.TEXT,
            () -> List.of(),
            Outbox.atOnce()),
        McpSettings.from(name -> null));
  }

  private static ApiRequest read(String event) throws IOException, UnreadableEventException {
    try (InputStream json = SlackEventTest.class.getResourceAsStream("/events/" + event)) {
      return GatewayEvent.read(json);
    }
  }
}
