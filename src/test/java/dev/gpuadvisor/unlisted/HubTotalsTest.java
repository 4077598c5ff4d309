package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model of the catalogue against the total that the hub shows for its repository. */
class HubTotalsTest {

  private static final NameIndex<Model> MODELS = BundledCatalog.catalog().models();

  record Row(String id, String total, String reason) {
    @Override
    public String toString() {
      return id;
    }
  }

  private static List<Row> all() throws IOException {
    try (InputStream file = HubTotalsTest.class.getResourceAsStream("/models/hub-totals.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> new Row(cells[0], cells[1], cells[2]))
          .toList();
    }
  }

  static List<Row> rows() throws IOException {
    return all().stream().filter(row -> !row.total().isEmpty()).toList();
  }

  @Test
  void nameEveryModel() throws IOException {
    assertEquals(
        MODELS.all().stream().map(Model::huggingFaceId).collect(Collectors.toSet()),
        all().stream().map(Row::id).collect(Collectors.toSet()));
  }

  /** Those without a total at hand are named in the file, with an empty one. */
  @Test
  void areThereForMostModels() throws IOException {
    long without = all().stream().filter(row -> row.total().isEmpty()).count();

    assertTrue(without <= 64, without + " models have no total at hand");
  }

  /** With the layers that predict further tokens, where the repository has them. */
  @ParameterizedTest
  @MethodSource("rows")
  void areWhatIsLoadedUnlessItIsSaidWhyNot(Row row) {
    long total = Long.parseLong(row.total());
    Model model = MODELS.find(row.id()).orElseThrow();
    long loaded = model.parameters();
    long off = Math.min(Math.abs(loaded - total), Math.abs(loaded + model.totals().mtp() - total));

    assertEquals(
        row.reason().isEmpty(), off <= total / 1000, row + ": " + loaded + " for " + total);
  }
}
