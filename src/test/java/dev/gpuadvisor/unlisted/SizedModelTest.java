package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A size alone makes a model of that size, whose rows GGUF can quantize. */
class SizedModelTest {

  private static final List<Model> MODELS = BundledCatalog.catalog().models().all();

  @ParameterizedTest
  @CsvSource({"1.5", "3", "7", "8", "13", "14", "34", "70", "123", "405"})
  void aDenseOneAddsUpToItsSize(double billions) {
    long parameters = Math.round(billions * 1e9);

    Model model = SizedModel.of(parameters, MODELS);

    assertEquals(parameters, model.parameters());
    assertEquals(parameters, counted(model), 0.02 * parameters);
    assertRowsOfGguf(model.shape().hiddenSize());
    assertRowsOfGguf(model.shape().feedForwardSize());
  }

  @ParameterizedTest
  @CsvSource({"8,1", "16,3", "30,3", "35,3", "80,3", "106,12", "235,22", "480,35", "1000,32"})
  void aMixtureAddsUpToBothSizes(double billions, double active) {
    long parameters = Math.round(billions * 1e9);

    Model model = SizedModel.of(parameters, Math.round(active * 1e9), MODELS);

    MixtureOfExperts experts = model.experts().orElseThrow();
    assertEquals(parameters, model.parameters());
    assertEquals(parameters, counted(model), 0.05 * parameters);
    assertEquals(active * 1e9, model.activeParameters(), 1);
    double used = counted(model) - model.expertParameters() * (1 - experts.activeShare());
    assertTrue(used > active * 0.5e9 && used < active * 2e9, () -> "used " + used);
    assertRowsOfGguf(experts.expertSize());
  }

  private static long counted(Model model) {
    return new WeightCount(model.shape(), ArchitectureExtras.PLAIN).parameters();
  }

  private static void assertRowsOfGguf(int size) {
    assertEquals(0, size % 256);
  }
}
