package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What each question becomes: of every line of the file the typed question, or its faults.
 * Refreshed with {@code -Dgolden.refresh=true}; then the difference is to be read.
 */
class ReadingTest {

  private static final Path FILE = Path.of("src/test/resources/question/questions.txt");

  private static final Map<String, Function<Questions, Reader<?>>> READERS =
      Map.ofEntries(
          Map.entry("recommend", Questions::recommendation),
          Map.entry("listed", ReadingTest::listed),
          Map.entry("launch", Questions::launch),
          Map.entry("document", Questions::document),
          Map.entry("compare", Questions::comparison),
          Map.entry("estimate", Questions::estimate),
          Map.entry("log", Questions::log),
          Map.entry("offers", Questions::offers),
          Map.entry("offer", Questions::offer),
          Map.entry("models", Questions::models),
          Map.entry("model", Questions::model));

  private static Reader<?> listed(Questions questions) {
    return Questions.listed(questions.recommendation(), LookupParameters.LIMIT);
  }

  @Test
  void eachLineBecomesTheQuestionBelowIt() throws IOException {
    List<String> stored = Files.readAllLines(FILE);
    List<String> read = new ArrayList<>();
    for (String line : stored) {
      if (line.startsWith("? ")) {
        read.add(line);
        read.addAll(read(line.substring(2)));
      } else if (line.startsWith("#")) {
        read.add(line);
      }
    }
    if (Boolean.getBoolean("golden.refresh")) {
      Files.write(FILE, read);
      return;
    }
    assertEquals(String.join("\n", stored), String.join("\n", read));
  }

  private List<String> read(String line) {
    String[] parts = line.split(" ", 2);
    Reader<?> reader = READERS.get(parts[0]).apply(Asking.QUESTIONS);
    try {
      Object question = Asking.read(reader, parts.length < 2 ? "" : parts[1]);
      Map<String, String> values = new TreeMap<>();
      Shown.values("", question, values);
      return values.entrySet().stream()
          .map(value -> "  " + value.getKey() + " " + value.getValue())
          .toList();
    } catch (ProblemException e) {
      return e.problem().faults().stream().map(fault -> "  ! " + Asking.shown(fault)).toList();
    }
  }
}
