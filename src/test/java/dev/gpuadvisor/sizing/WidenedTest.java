package dev.gpuadvisor.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.Quantization;
import org.junit.jupiter.api.Test;

/** How much wider the error bar of a guessed shape is, worked out by hand. */
class WidenedTest {

  private static final Quantization INT8 = Workloads.format("gptq-int8");

  private static double more(double cache, double vocabulary, double weights) {
    Workload known = Workloads.of("llama-3.1-8b", 8192);
    MemoryEstimate estimate = known.estimate(INT8);
    Origin origin = new Origin(Origin.Kind.PARAMETERS, cache, vocabulary, weights);
    return estimate.widened(Workloads.guessed(known.model(), origin), INT8).errorPercent()
        - estimate.errorPercent();
  }

  private static double percent(double bytes) {
    MemoryEstimate estimate = Workloads.of("llama-3.1-8b", 8192).estimate(INT8);
    return Math.ceil(100 * bytes / estimate.allocatedBytes());
  }

  @Test
  void nothingIsAddedToWhatIsKnown() {
    assertEquals(0, more(0, 0, 0));
  }

  /**
   * 2 x 32 layers x 8 heads x 128 x 2 bytes x 8,192 tokens are 1 GiB, of which half is in doubt.
   */
  @Test
  void aCacheMayBeAsFarOffAsThoseOfRealModels() {
    assertEquals(percent((1L << 30) / 2.0), more(0.5, 0, 0));
  }

  /** Both tables in 16 bit less what as many other weights take, and activations with logits. */
  @Test
  void ofTablesCountsWhatTheyTakeMoreThanOtherWeights() {
    long tables = 2L * 128_256 * 4096;
    double asOthers = tables * INT8.bitsPerWeight() / 8;
    MemoryEstimate estimate = Workloads.of("llama-3.1-8b", 8192).estimate(INT8);
    double logits =
        estimate.activations().orElseThrow().growWithVocabulary() ? estimate.activationsBytes() : 0;
    assertEquals(percent(0.25 * (tables * 2 - asOthers + logits)), more(0, 0.25, 0));
  }

  @Test
  void whereTheNumberOfWeightsIsAGuessAllOfThemAre() {
    MemoryEstimate estimate = Workloads.of("llama-3.1-8b", 8192).estimate(INT8);
    assertEquals(percent(0.1 * estimate.weightsBytes()), more(0, 0, 0.1));
  }
}
