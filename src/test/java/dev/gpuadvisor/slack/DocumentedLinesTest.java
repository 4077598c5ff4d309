package dev.gpuadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.slack.line.LineReader;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/slack.md shows is understood, whole. */
class DocumentedLinesTest {

  private static final Questions QUESTIONS = Questions.of(BundledCatalog.catalog());
  private static final Pattern LINE = Pattern.compile("(?m)^/gpu (.+)$");

  static List<String> lines() throws IOException {
    return LINE.matcher(Files.readString(Path.of("docs/slack.md")))
        .results()
        .map(MatchResult::group)
        .map(line -> line.substring("/gpu ".length()).strip())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void isUnderstood(String line) {
    Request request = LineReader.read(line, Language.EN, QUESTIONS);

    assertEquals(List.of(), request.doubts());
    assertTrue(Slack.answer(line).contains("\"blocks\""));
  }

  @Test
  void theManifestNamesThePathOfTheOperation() throws IOException {
    String manifest = Files.readString(Path.of("docs/slack-app-manifest.yaml"));
    String path =
        SlackCommands.endpoint(
                SlackSettings.from(name -> null, Outbox.atOnce()), Clock.systemUTC(), QUESTIONS)
            .path();

    assertTrue(manifest.contains("url: https://REPLACE-ME.example" + path + "\n"), manifest);
  }
}
