package dev.gpuadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion and the manual page come from the table: they have every flag. */
class ScriptsTest {

  @TempDir private static Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void everyFlagIsCompleted(String shell) {
    String script = Terminal.answer("completion", shell).out();
    String dashes = shell.equals("fish") ? "-l " : "--";

    for (Command command : Command.asking()) {
      for (Parameter<?> each : Terminal.ADVICE.parameters(command)) {
        assertTrue(script.contains(dashes + ParameterFlags.of(each).substring(2)), each.name());
      }
      assertTrue(script.contains(command.shown()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gpu-advisor est | estimate
          gpu-advisor phi-4 --budget-c | --budget-check
          gpu-advisor estimate phi-4 --gpu | --gpus --gpu-memory-utilization --gpu-layers
          gpu-advisor phi-4 --rank-by c | cost_per_token
          gpu-advisor logs --lan | --lang
          gpu-advisor phi-4 --rank-by = sp | speed
          gpu-advisor phi-4 --rank-by = | price cost_per_token speed
          gpu-advisor report phi-4 --format c | csv
          gpu-advisor report phi-4 --format h | html
          gpu-advisor completion z | zsh
          gpu-advisor help est | estimate
          gpu-advisor offers --he | --help
          gpu-advisor phi-4 --he | --help --heads --head-dim --here
          """)
  void bashCompletes(String line, String expected) throws IOException {
    Path script = folder.resolve("completion.bash");
    Files.writeString(script, Terminal.answer("completion", "bash").out());
    List<String> words = List.of(line.split(" "));
    String asked =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _gpu_advisor; echo ${COMPREPLY[@]}"
            .formatted(script, line, words.size() - 1);

    String completed = new LocalMachine().outputOf(List.of("bash", "-c", asked)).strip();

    assertEquals(sorted(expected), sorted(completed));
  }

  private static List<String> sorted(String words) {
    return Stream.of(words.split(" ")).sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void theManualPageHasEveryFlag(String language) {
    String page = Terminal.answer("man", "--lang", language).out();
    List<String> missing = new ArrayList<>();
    for (Parameter<?> each : Terminal.ADVICE.questions().table().all()) {
      if (!page.contains(".B " + ParameterFlags.of(each).replace("-", "\\-"))) {
        missing.add(each.name());
      }
    }

    assertEquals(List.of(), missing);
    assertTrue(page.startsWith(".TH GPU-ADVISOR 1"));
    assertTrue(page.lines().noneMatch(line -> line.startsWith("'")), page);
    assertTrue(
        page.lines()
            .filter(line -> line.startsWith("."))
            .allMatch(line -> line.matches("\\.(TH|SH|TP|B|nf|fi)\\b.*")),
        page);
  }

  @Test
  void noOptionHasTheNameOfAParameter() {
    for (Parameter<?> each : Terminal.ADVICE.questions().table().all()) {
      assertTrue(CommandOption.of(ParameterFlags.of(each).substring(2)).isEmpty(), each.name());
      for (String word : each.slackWords()) {
        assertTrue(CommandOption.of(word).isEmpty(), word);
      }
    }
  }

  @Test
  void everyTopicHasHelp() {
    for (Parameter<?> each : Terminal.ADVICE.questions().table().all()) {
      assertTrue(
          Terminal.answer("help", each.name()).out().contains(ParameterFlags.of(each)),
          each.name());
    }
    for (Command command : Command.values()) {
      assertTrue(
          Terminal.answer("help", command.shown()).out().contains(command.shown()),
          command.shown());
    }
    for (Command command : Command.asking()) {
      String page = Terminal.answer(command.shown(), "--help").out();
      assertTrue(Terminal.answer("help", command.shown()).out().startsWith(page));
    }
  }
}
