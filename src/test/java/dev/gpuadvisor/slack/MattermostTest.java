package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MattermostTest {

  private static final String TOKEN = "xr3j5x3p4pfk7kk6ck7b4e6ghh";
  private static final Api API = api(List.of("another", TOKEN));

  private static Api api(List<String> tokens) {
    return GpuAdvisor.api(
        BundledCatalog.catalog(),
        Clock.fixed(Slack.NOW, ZoneOffset.UTC),
        new SlackSettings(
            () -> List.of(Slack.SECRET),
            () -> Language.EN,
            () -> TableStyle.BLOCK,
            () -> tokens,
            Outbox.atOnce()),
        McpSettings.from(name -> null));
  }

  /** The form with the fields that Mattermost documents. */
  private static ApiRequest form(String token, String line) {
    String body =
        "channel_id=cniah6qa73bjjjan6mzn11f4ie&channel_name=town-square&command=%2Fgpu"
            + "&response_url=https%3A%2F%2Fchat.example.com%2Fhooks%2Fcommands%2Fxyz"
            + "&team_domain=someteam&team_id=rdc9bgriktyx9p4kowh3dmgqyc&text="
            + URLEncoder.encode(line, UTF_8)
            + "&token="
            + token
            + "&trigger_id=a&user_id=c3a4cqe3dfy6dgopqt8ai3hydh&user_name=somename";
    return Slack.request(Map.of("content-type", "application/x-www-form-urlencoded"), body);
  }

  private static JsonNode answer(String line) {
    ApiResponse response = API.handle(form(TOKEN, line));
    assertEquals(200, response.status());
    return SlackClicks.json(new String(response.body(), UTF_8));
  }

  @Test
  void getsMarkdownWithATable() {
    JsonNode message = answer("qwen2.5-14b 8bit");
    String text = message.path("text").asText();

    assertEquals("ephemeral", message.path("response_type").asText());
    assertFalse(message.has("blocks"));
    assertTrue(text.startsWith("#### AMPERE\\_24 · $0.684 per hour"), text);
    assertTrue(text.contains("**Qwen/Qwen2.5-14B-Instruct**"), text);
    assertTrue(text.contains("| **AMPERE\\_24** | 0.684 |"), text);
    assertEquals("in_channel", answer("qwen2.5-14b share").path("response_type").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*zzqx*",
        "@channel",
        "[zzqx](https://zzqx.example)",
        "~~zzqx~~",
        "`zzqx`",
        "#zzqx"
      })
  void whatWasTypedIsNoMarkupAndNoMention(String typed) {
    String text = answer(typed).path("text").asText();

    assertFalse(text.contains("@channel") || text.contains("](http") || text.contains("~~"), text);
  }

  @Test
  void whateverIsTypedFitsIntoAPost() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      String text = answer(HostileLines.line(random)).path("text").asText();

      assertTrue(!text.isBlank() && text.length() <= 16_383, text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "xr3j5x3p4pfk7kk6ck7b4e6ghH", "another%2C"})
  void isKnownByItsTokenAlone(String token) {
    assertEquals(401, API.handle(form(token, "help")).status());
    assertEquals(401, api(List.of()).handle(form(TOKEN, "help")).status());
  }
}
