package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Matrices;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.unlisted.PublishedConfigs.Row;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model is the same by name, by its own configuration and by the total that the hub shows. */
class CatalogueModelsTest {

  private static final NameIndex<Model> MODELS = BundledCatalog.catalog().models();

  /**
   * Their totals on the hub hold what is not loaded: projections of layers that share a cache, a
   * head that is the embedding table, the scales of a format, a total that is rounded.
   */
  private static final Set<String> WITH_MORE_ON_THE_HUB =
      Set.of(
          "google/gemma-4-E2B-it",
          "google/gemma-4-12B-it",
          "Qwen/Qwen3-0.6B",
          "openai/whisper-large-v3",
          "dots-studio/dots3-note-prev",
          "meta-llama/Llama-4-Scout-17B-16E-Instruct",
          "meta-llama/Llama-4-Maverick-17B-128E-Instruct");

  static List<Row> rows() {
    return PublishedConfigs.all().stream()
        .filter(row -> MODELS.find(row.id()).isPresent())
        .filter(row -> MODELS.find(row.id()).orElseThrow().huggingFaceId().equals(row.id()))
        .toList();
  }

  static List<Model> models() {
    return MODELS.all();
  }

  @Test
  void areMany() {
    assertTrue(rows().size() >= 80, rows().size() + " have a configuration");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void byTheirConfiguration(Row row) {
    Model named = MODELS.find(row.id()).orElseThrow();
    Model configured = row.read().model().orElseThrow();

    if (!row.id().startsWith("meta-llama/Llama-4")) { // this one lacks the tower's sizes
      near(named.parameters(), configured.parameters(), row.id());
    }
    assertEquals(named.kind(), configured.kind());
    assertEquals(named.shape().cacheElements(8192), configured.shape().cacheElements(8192));
    assertEquals(named.shape().cacheElements(131_072), configured.shape().cacheElements(131_072));
    assertEquals(named.shape().recurrent(), configured.shape().recurrent());
    assertEquals(named.shape().index(), configured.shape().index());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void byTheTotalOfTheHub(Row row) {
    long published = (long) row.number("published");
    Model named = MODELS.find(row.id()).orElseThrow();
    if (published > 0 && !WITH_MORE_ON_THE_HUB.contains(row.id())) {
      near(published, named.parameters() + named.totals().mtp(), row.id());
    }
  }

  /** What is no matrix, table or tower is small: norms, biases, routers, an encoder's positions. */
  @ParameterizedTest
  @MethodSource("models")
  void byTheSumOfTheirParts(Model model) {
    long parts =
        Matrices.elements(Matrices.of(model))
            + model.embeddingParameters()
            + model.totals().towers()
            + model.totals().lookup();
    long small = model.parameters() - parts;
    boolean learnsPositions = model.kind() == ModelKind.ENCODER;
    long positions = learnsPositions ? (long) model.maxContext() * model.hiddenSize() : 0;

    assertTrue(small >= -model.parameters() / 1000, model.id() + ": " + small);
    assertTrue(small <= model.parameters() / 25 + positions, model.id() + ": " + small);
  }

  private static void near(long expected, long actual, String what) {
    long most = expected / 1000;
    assertTrue(Math.abs(actual - expected) <= most, what + ": " + actual + " for " + expected);
  }
}
