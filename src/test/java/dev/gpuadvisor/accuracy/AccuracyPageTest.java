package dev.gpuadvisor.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the program says about its accuracy is what it is. */
class AccuracyPageTest {

  private static final boolean REFRESH = Boolean.getBoolean("accuracy.refresh");

  private static final List<MemoryRow> MEMORY = Measured.memory();
  private static final List<SpeedRow> SPEED = Measured.speed();
  private static final List<TuningRow> TUNING = Measured.tuning();
  private static final List<String> SOURCES = Measured.allSources();

  @Test
  void thePageIsUpToDate() throws IOException {
    check(Path.of("docs/accuracy.md"), Page.of(MEMORY, SPEED, TUNING, SOURCES));
  }

  @Test
  void theSummaryIsUpToDate() throws IOException {
    String summary = new String(SummaryJson.bytes(MEMORY, SPEED, TUNING, SOURCES), UTF_8);
    check(Path.of("src/main/resources/accuracy.json"), summary);
  }

  private static void check(Path file, String content) throws IOException {
    if (REFRESH) {
      Files.writeString(file, content);
    }
    assertEquals(
        content,
        Files.readString(file),
        () -> file + " is out of date; -Daccuracy.refresh=true writes it");
  }
}
