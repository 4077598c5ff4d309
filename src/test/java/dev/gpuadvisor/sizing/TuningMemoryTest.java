package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.tuning.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TuningMemoryTest {

  private static final Model LLAMA = model("llama-3.1-8b");
  private static final long TABLES = 2L * 128_256 * 4096;
  private static final long ADAPTERS = 32L * (2 * (4096 + 4096) + 2 * (4096 + 1024) + 3 * 18_432);
  private static final long WORKSPACE = 768L << 20;

  private static Tuning tuning(TuningMethod method, int sequenceLength, boolean embeddings) {
    Adapters adapters = method.hasAdapters() ? Adapters.ofRank(16) : Adapters.NONE;
    return new Tuning(LLAMA, method, 1, sequenceLength, adapters, embeddings);
  }

  @Test
  void adaptersAreTrainedIn32Bit() {
    MemoryEstimate estimate = tuning(TuningMethod.LORA, 2048, false).estimate(format("bf16"));

    assertEquals(LLAMA.parameters() * 2, estimate.weightsBytes());
    assertEquals(16 * ADAPTERS * 4, estimate.adaptersBytes());
    assertEquals(
        new TrainingState(16 * ADAPTERS * 4, 16 * ADAPTERS * 8), estimate.training().orElseThrow());
  }

  @Test
  void whatTheAdapterChangesIsWhatIsTrained() {
    Adapters attention = new Adapters(1, 16, LoraTargets.ATTENTION);
    Tuning tuning = new Tuning(LLAMA, TuningMethod.LORA, 1, 2048, attention, false);
    long parameters = 16 * 32L * (2 * (4096 + 4096) + 2 * (4096 + 1024));

    assertEquals(parameters * 4, tuning.estimate(format("bf16")).adaptersBytes());
  }

  @Test
  void theLossTakesTheMostOfLongSequences() {
    long perToken = 32L * 4096 * 2 + 128_256L * 14;

    assertEquals(
        WORKSPACE + 8192 * perToken,
        tuning(TuningMethod.LORA, 8192, false).estimate(format("bf16")).activationsBytes());
  }

  @Test
  void theStepOfTheOptimizerTakesTheMostOfShortOnes() {
    Tuning tuning = tuning(TuningMethod.FULL, 512, false);
    Tuning torch = tuning.with(tuning.settings().with(Optimizer.ADAMW_TORCH));
    assertEquals(
        WORKSPACE + LLAMA.parameters() * 4, torch.estimate(format("bf16")).activationsBytes());
  }

  @Test
  void embeddingsAreTrainedAsTheModelHasThem() {
    MemoryEstimate without = tuning(TuningMethod.LORA, 8192, false).estimate(format("bf16"));
    MemoryEstimate with = tuning(TuningMethod.LORA, 8192, true).estimate(format("bf16"));

    assertEquals(8 * TABLES, with.allocatedBytes() - without.allocatedBytes());
  }

  /** TRL gives the base to PEFT as it was loaded. */
  @Test
  void aQuantizedBaseKeepsItsTablesIn16Bit() {
    MemoryEstimate nf4 = tuning(TuningMethod.QLORA, 2048, false).estimate(format("nf4"));

    assertEquals((LLAMA.parameters() - TABLES) * 4.5 / 8 + 2 * TABLES, nf4.weightsBytes(), 1);
  }

  @ParameterizedTest
  @EnumSource(TuningMethod.class)
  void growsWithLengthAndBatch(TuningMethod method) {
    long before = 0;
    for (int length = 1; length <= Tuning.MAX_SEQUENCE_LENGTH; length *= 4) {
      Tuning one = tuning(method, length, false);
      MemoryEstimate estimate = one.estimate(format("bf16"));
      assertTrue(estimate.requiredBytes() >= before);
      assertTrue(
          one.withSequences(4).estimate(format("bf16")).requiredBytes()
              >= estimate.requiredBytes());
      before = estimate.requiredBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LORA, 0, 8, 16, false", "LORA, 1, 0, 16, false", "LORA, 1, 8, 0, false",
    "LORA, 1, 8, 513, false", "FULL, 1, 8, 16, false", "FULL, 1, 8, 0, true",
    "LORA, 1025, 8, 16, false", "LORA, 1, 1048577, 16, false"
  })
  void refusesWhatCannotBe(TuningMethod method, int batch, int length, int rank, boolean tables) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Tuning(LLAMA, method, batch, length, Adapters.ofRank(rank), tables));
  }
}
