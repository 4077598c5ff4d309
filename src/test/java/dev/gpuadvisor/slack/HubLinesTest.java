package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.slack.message.TableStyle;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.AnsweringHub;
import dev.gpuadvisor.unlisted.Hub;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that only the hub knows, typed into Slack. */
class HubLinesTest {

  private final List<RepositoryName> asked = new ArrayList<>();

  /** Knows one model, which is like one of the catalogue. */
  private final Hub hub =
      new AnsweringHub(
          name -> {
            asked.add(name);
            Model like = BundledCatalog.catalog().models().find("qwen2.5-14b").orElseThrow();
            return name.id().equals("some-lab/Unheard-14B")
                ? new Hub.Found(
                    like,
                    name.id() + "@0123456789",
                    Optional.empty(),
                    Optional.empty(),
                    Msg.Hub.counted(name.id(), like.parameters()))
                : new Hub.Failed(Hub.Reason.GATED);
          });

  private String answer(String line) {
    Api api =
        GpuAdvisor.api(
            BundledCatalog.catalog(),
            hub,
            Clock.fixed(Slack.NOW, ZoneOffset.UTC),
            new SlackSettings(
                () -> List.of(Slack.SECRET),
                () -> Language.EN,
                () -> TableStyle.TEXT,
                () -> List.of(),
                Outbox.atOnce()),
            McpSettings.from(name -> null));
    ApiResponse response = api.handle(Slack.signed(Slack.form(line)));
    assertEquals(200, response.status());
    return new String(response.body(), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "some-lab/Unheard-14B",
        "some-lab/Unheard-14B 8bit ctx=16k",
        "https://huggingface.co/some-lab/Unheard-14B",
        "https://huggingface.co/some-lab/Unheard-14B/tree/main provider=all"
      })
  void areLookedUp(String line) {
    String answer = answer(line);
    assertTrue(answer.contains("Rent "), answer);
    assertEquals("some-lab/Unheard-14B", asked.get(0).id());
  }

  @Test
  void sayWhyTheyAreNotFound() {
    String answer = answer("meta-labs/Gated-70B 8bit");
    assertTrue(answer.contains("is gated on the hub"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2.5-14b 8bit", "nothing-of-the-kind 8bit", "unsloth/Qwen3-8B-GGUF"})
  void othersAreNot(String line) {
    answer(line);
    assertEquals(List.of(), asked);
  }
}
