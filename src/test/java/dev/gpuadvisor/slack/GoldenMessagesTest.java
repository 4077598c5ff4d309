package dev.gpuadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole answers, held against what is stored in {@code src/test/resources/golden/slack}.
 *
 * <p>{@code ./mvnw test -Dtest=GoldenMessagesTest -Dgolden.refresh=true} writes them anew: look at
 * the difference before you commit it. Each can be pasted into Slack's Block Kit Builder.
 */
class GoldenMessagesTest {

  private static final Path DIRECTORY = Path.of("src/test/resources/golden/slack");
  private static final boolean REFRESH = Boolean.getBoolean("golden.refresh");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @MethodSource("dev.gpuadvisor.slack.GoldenMessages#lines")
  void isTheStoredAnswer(String name, String line) throws IOException {
    Path file = DIRECTORY.resolve(name + ".json");
    String answer = Slack.answer(line);
    if (REFRESH) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(file, readable(answer));
    }
    String stored = MAPPER.writeValueAsString(MAPPER.readTree(Files.readString(file))) + "\n";

    assertEquals(stored, answer);
  }

  private static String readable(String json) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n"));
    return MAPPER.writer(printer).writeValueAsString(MAPPER.readTree(json)) + "\n";
  }
}
