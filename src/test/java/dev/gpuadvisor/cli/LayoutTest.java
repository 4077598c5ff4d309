package dev.gpuadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.cli.Terminal.Answered;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers fit the terminal, and are coloured only where it is one. */
class LayoutTest {

  private static final String ESCAPE = "\u001b";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qwen2.5-14b",
        "qwen2.5-14b 8bit vs a10g@1.00",
        "qwen2.5-14b provider=all 4 users",
        "llama-3.1-405b 16bit",
        "tune llama-3.1-8b qlora",
        "llama-3.1-8b 16bit 8 rps 1024/256",
        "estimate llama-3.1-70b 8bit on 2x L40S --runtime vllm",
        "compare AMPERE_24 ADA_24_PRO for qwen2.5-14b 8bit",
        "offers provider=all",
        "models llama",
        "models on 2x3090",
        "help",
        "help renting",
        "recommend --help"
      })
  void noLineIsLongerThanTheTerminal(String typed) {
    for (String language : List.of("en", "fr")) {
      for (int columns : List.of(80, 100, 120, 200)) {
        Answered answered =
            new Terminal()
                .ofColumns(columns)
                .with("NO_COLOR", "1")
                .run((typed + " --lang " + language).split(" "));
        assertTrue(answered.status() < 2, answered.err());
        answered
            .out()
            .lines()
            .filter(line -> line.strip().indexOf(' ') > 0) // one long word stays whole
            .forEach(line -> assertTrue(Wrapped.letters(line) <= columns, columns + ": " + line));
      }
    }
  }

  @Test
  void coloursAreForTerminals() {
    assertTrue(new Terminal().ofColumns(80).run("phi-4").out().contains(ESCAPE));
    assertFalse(Terminal.answer("phi-4").out().contains(ESCAPE));
    assertFalse(
        new Terminal().ofColumns(80).with("NO_COLOR", "1").run("phi-4").out().contains(ESCAPE));
    assertFalse(
        new Terminal().ofColumns(80).with("TERM", "dumb").run("phi-4").out().contains(ESCAPE));
    assertFalse(new Terminal().ofColumns(80).run("phi-4", "--json").out().contains(ESCAPE));
  }

  @Test
  void widerTerminalsShowMoreColumns() {
    String narrow = new Terminal().with("COLUMNS", "80").run("phi-4", "provider=all").out();
    String wide = new Terminal().with("COLUMNS", "160").run("phi-4", "provider=all").out();

    assertFalse(narrow.contains("Tokens/s"), narrow);
    assertTrue(wide.contains("Tokens/s"), wide);
  }

  @Test
  void theVariableGoesBeforeTheTerminal() {
    String out = new Terminal().ofColumns(200).with("COLUMNS", "60").run("phi-4").out();

    assertTrue(out.lines().noneMatch(line -> line.startsWith("• ") && line.length() > 60), out);
  }

  @Test
  void rowsComeAsTheTableOfTheApi() {
    for (String flag : List.of("--csv", "--format=csv")) {
      assertEquals(
          Asking.text(Asking.get("/v1/recommendations?model=phi-4&format=csv")),
          Terminal.answer("phi-4", flag).out());
      assertEquals(
          Asking.text(Asking.get("/v1/offers?provider=aws&format=csv")),
          Terminal.answer("offers", "--provider", "aws", flag).out());
      assertEquals(1, Terminal.answer("llama-3.1-405b", "16bit", flag).status());
    }
  }

  @Test
  void whatTheApiHasNoTableOfComesUnderItsNames() {
    String models = Terminal.answer("models", "--search", "llama", "--csv").out();

    assertTrue(models.startsWith("id,hugging_face_id,aliases,parameters"), models);
    assertTrue(models.lines().count() > 10, models);
    String estimate = Terminal.answer("estimate", "phi-4", "--card", "L40S", "--csv").out();
    assertTrue(estimate.lines().findFirst().orElseThrow().contains("memory.required_gib"));
  }

  /** One entry is a list of one; of nothing there is no row. */
  @Test
  void oneEntryIsARow() {
    for (String typed : List.of("offers AMPERE_24", "models --id phi-4")) {
      Answered one = Terminal.answer((typed + " --csv").split(" "));

      assertEquals(0, one.status(), one.err());
      assertTrue(one.out().startsWith("id,"), one.out());
      assertEquals(2, one.out().lines().count(), one.out());
    }
    Answered none = Terminal.answer("models", "--search", "nosuchthing", "--csv");

    assertEquals(1, none.status(), none.err());
    assertEquals("", none.out());
  }

  @Test
  void whatIsAskedNotAtAllIsHelped() {
    Answered nothing = Terminal.answer();

    assertEquals(0, nothing.status());
    assertEquals(Terminal.answer("help").out(), nothing.out());
    assertEquals(Terminal.answer("--help").out(), nothing.out());
    assertEquals("gpu-advisor 1.2.3\n", Terminal.answer("-V").out());
  }
}
