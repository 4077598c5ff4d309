package dev.gpuadvisor.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes and goes in a step of training, worked out by hand for Llama 3.1 8B. */
class TuningStepTest {

  private static final long WORKSPACE = 768L << 20;

  /**
   * Each token leaves 32 inputs of 4,096 elements in 16 bit, and 14 bytes for each of 128,256
   * logits, which is more than a layer calculated again.
   */
  @ParameterizedTest
  @CsvSource({"1, 1000, 2057728000", "2, 1000, 4115456000", "1, 4096, 8428453888"})
  void theBackwardPassGrowsWithItsTokens(int batch, int length, long bytes) {
    Tuning tuning =
        new Tuning(
            Workloads.model("llama-3.1-8b"),
            TuningMethod.LORA,
            batch,
            length,
            Adapters.ofRank(16),
            false);
    assertEquals(WORKSPACE + bytes, tuning.estimate(Workloads.format("bf16")).activationsBytes());
  }
}
