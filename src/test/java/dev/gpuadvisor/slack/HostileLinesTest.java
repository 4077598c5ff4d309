package dev.gpuadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileLinesTest {

  private static final long SEED = Long.getLong("hostile.seed", 5);
  private static final int LINES = 4_000;

  @Test
  void whateverIsTypedGetsAMessageThatSlackTakes() {
    Random random = new Random(SEED);
    int tables = 0;
    for (int i = 0; i < LINES; i++) {
      String line = HostileLines.line(random);
      try {
        tables += SlackLimits.rows(SlackLimits.check(Slack.answer(line))).isEmpty() ? 0 : 1;
      } catch (AssertionError | RuntimeException e) {
        fail("seed " + SEED + ", line " + i + ": " + line, e);
      }
    }
    assertTrue(tables > LINES / 6, "too few answers to say much: " + tables);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*zzqx*",
        "_zzqx_",
        "~zzqx~",
        "`zzqx`",
        "https://zzqx.example",
        "<!channel>zzqx",
        "@zzqx",
        "<@Uzzqx>",
        ":zzqx:",
        "ctx=zzqx",
        "supply=*zzqx*",
        "vs zzqx@1.00",
        "zzqx=<!here>",
        "budget=zzqx"
      })
  void whatWasTypedStandsOnlyWhereThereIsNoMarkup(String typed) {
    for (String line : new String[] {typed, "qwen2.5-14b 8bit " + typed, "models " + typed}) {
      JsonNode message = SlackLimits.check(Slack.answer(line));

      assertTrue(SlackLimits.markups(message).size() > 1 || line.startsWith("models"));
      SlackLimits.markups(message).forEach(text -> assertFalse(text.contains("zzqx"), text));
    }
  }
}
