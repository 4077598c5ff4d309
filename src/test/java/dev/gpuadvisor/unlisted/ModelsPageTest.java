package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.unlisted.PublishedConfigs.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/models.md} with {@code -Dgolden.refresh=true}; holds it otherwise. */
class ModelsPageTest {

  private static final Path PAGE = Path.of("docs/models.md");

  private static final String HEAD =
      """
      # Configurations that people publish, and what is made of them

      Written by `ModelsPageTest` from `src/test/resources/models/configs.jsonl` (sources and licences there): each configuration is read as a caller would post it.
      Parameters are those that are loaded, towers included, in the billions; "off" is how far they lie from the count of transformers or the total of the hub. Cache: one sequence in BF16, in MiB. State: of recurrent layers, one sequence as vLLM keeps it.

      | model | `model_type` | kind | parameters | off | active | cache at 8k | cache at 128k | state | index bytes a token | format | left in 16 bit |
      |---|---|---|--:|--:|--:|--:|--:|--:|--:|---|--:|
      """;

  @Test
  void isThePageAsItComesOut() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    PublishedConfigs.all().forEach(row -> page.append(line(row)));
    if (Boolean.getBoolean("golden.refresh")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(Files.readString(PAGE), page.toString());
  }

  private static String line(Row row) {
    Model model = row.read().model().orElseThrow();
    double off = 100.0 * (model.parameters() - row.parameters()) / row.parameters();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.3f | %.3f %% | %.3f | %s | %s | %s | %s | %s | %s |%n",
        row.id(),
        row.json().path("type").asText(),
        model.kind().name().toLowerCase(Locale.ROOT),
        model.parameters() / 1e9,
        Math.abs(off) < 0.0005 ? 0 : off,
        model.activeParameters() / 1e9,
        mib(model.shape().cacheElements(8192) * 2),
        mib(model.shape().cacheElements(131_072) * 2),
        mib(model.shape().recurrent().map(RecurrentLayers::bytesInVllm).orElse(0L)),
        orDash(model.shape().indexBytes(131_072) / 131_072),
        model.nativeFormat(),
        orDash(model.keptIn16Bit(model.nativeFormat())));
  }

  private static String mib(long bytes) {
    return bytes == 0 ? "–" : String.format(Locale.ROOT, "%.1f", bytes / (double) (1 << 20));
  }

  private static String orDash(long number) {
    return number == 0 ? "–" : String.format(Locale.ROOT, "%,d", number);
  }
}
