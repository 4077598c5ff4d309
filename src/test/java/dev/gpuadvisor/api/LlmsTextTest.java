package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.http.ApiResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What language models are told of the API is so. */
class LlmsTextTest {

  private static final Pattern LINK = Pattern.compile("\\[[^]]+]\\((/[^)]*)\\): \\S+");

  @Test
  void hasTheFormOfLlmsTxt() {
    String text = Asking.text(Asking.get("/llms.txt"));

    assertTrue(text.startsWith("# GPU Advisor\n\n> "), text);
    assertTrue(text.contains("\n## API\n\n- ["), text);
    assertTrue(text.length() < 8_000, () -> text.length() + " characters");
  }

  @Test
  void linksToAnswers() {
    Matcher links = LINK.matcher(Asking.text(Asking.get("/llms.txt")));
    int found = 0;
    for (; links.find(); found++) {
      String target = links.group(1);
      ApiResponse response = Asking.get(target);

      assertEquals(200, response.status(), () -> target + ": " + Asking.text(response));
    }
    assertTrue(found > 12, found + " links");
  }
}
