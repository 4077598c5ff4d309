package dev.gpuadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlackSettingsTest {

  private final Map<String, String> environment = new HashMap<>();
  private final SlackSettings settings = SlackSettings.from(environment::get, Outbox.atOnce());

  @Test
  void hasNoSecretUnlessOneIsSet() {
    assertEquals(List.of(), settings.secrets().get());
    environment.put("SLACK_SIGNING_SECRET", " ,, ");
    assertEquals(List.of(), settings.secrets().get());
  }

  @Test
  void asksForSecretsAtEachRequest() {
    environment.put("SLACK_SIGNING_SECRET", "old");
    assertEquals(List.of("old"), settings.secrets().get());
    environment.put("SLACK_SIGNING_SECRET", "new, old\n");
    assertEquals(List.of("new", "old"), settings.secrets().get());
  }

  @Test
  void speaksEnglishUnlessToldOtherwise() {
    assertEquals(Language.EN, settings.language().get());
    environment.put("GPU_ADVISOR_LANG", "klingon");
    assertEquals(Language.EN, settings.language().get());
    environment.put("GPU_ADVISOR_LANG", " fr ");
    assertEquals(Language.FR, settings.language().get());
  }
}
