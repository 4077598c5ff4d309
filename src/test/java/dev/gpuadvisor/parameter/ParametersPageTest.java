package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What is said of the parameters is what they are. */
class ParametersPageTest {

  @Test
  void thePageIsUpToDate() throws IOException {
    Path file = Path.of("docs/parameters.md");
    String page =
        ParametersPage.of(
            ParameterTable.standard(),
            GpuAdvisor.endpoints(
                Questions.of(BundledCatalog.catalog()),
                Clock.systemUTC(),
                SlackSettings.from(name -> null, Outbox.atOnce()),
                McpSettings.from(name -> null)));
    if (Boolean.getBoolean("golden.refresh")) {
      Files.writeString(file, page);
    }
    assertEquals(
        page,
        Files.exists(file) ? Files.readString(file) : "",
        () -> file + " is out of date; -Dgolden.refresh=true writes it");
  }
}
