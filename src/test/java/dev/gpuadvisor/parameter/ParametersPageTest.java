package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.question.Questions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of the parameters is what they are. */
class ParametersPageTest {

  @Test
  void thePageIsUpToDate() throws IOException {
    Path file = Path.of("docs/parameters.md");
    String page =
        ParametersPage.of(
            ParameterTable.standard(),
            new Operations(Questions.of(BundledCatalog.catalog())).with(List.of()));
    if (Boolean.getBoolean("golden.refresh")) {
      Files.writeString(file, page);
    }
    assertEquals(
        page,
        Files.exists(file) ? Files.readString(file) : "",
        () -> file + " is out of date; -Dgolden.refresh=true writes it");
  }
}
