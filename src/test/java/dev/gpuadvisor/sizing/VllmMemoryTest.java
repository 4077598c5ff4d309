package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.cards;
import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.Fitting.Obstacle;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VllmMemoryTest {

  private static final double GIB = 1L << 30;
  private static final long MIB = 1L << 20;
  private static final Tokens TOKENS = new Tokens(8192, 2048, 4);

  private static Workload workload(String model) {
    return Workloads.on("vllm", model, TOKENS);
  }

  private static MemoryEstimate estimate(String model, String format) {
    return MemoryEstimate.of(workload(model), format(format));
  }

  /** Start-up logs with 256 sequences, without graphs and what the framework does not see. */
  @ParameterizedTest
  @CsvSource({"llama-3.1-8b, 1.19", "qwen2.5-1.5b, 1.40"})
  void theSamplerDecidesForMostModels(String model, double gib) {
    long besides = (205 + 512) * MIB;
    assertEquals(gib, (estimate(model, "bf16").activationsBytes() - besides) / GIB, 0.02);
  }

  @Test
  void theCacheIsOfAllSequencesAndNotOfThePeakOfAPrompt() {
    MemoryEstimate estimate = estimate("llama-3.1-8b", "bf16");
    assertEquals(4 * 8192L * 131_072, estimate.kvCacheBytes());
    Workload shorter = workload("llama-3.1-8b").with(new Tokens(2048, 0, 1));
    assertEquals(
        estimate.activationsBytes(), MemoryEstimate.of(shorter, format("bf16")).activationsBytes());
  }

  @Test
  void oneTenthOfTheCardIsLeftAlone() {
    Fitting fitting = fitting("llama-3.1-8b", 1, "L4");
    assertEquals((long) (23_034L * MIB * 0.9), fitting.usableBytes());
  }

  @Test
  void eachGpuHasAShareOfWeightsAndCacheAndBuffersOfItsOwn() {
    MemoryEstimate estimate = estimate("llama-3.1-70b", "bf16");
    long each =
        estimate.weightsBytes() / 4
            + estimate.kvCacheBytes() / 4
            + 392 * MIB
            + estimate.activationsBytes()
            + estimate.cudaContextBytes();
    assertEquals(each * 4, fitting("llama-3.1-70b", 4, "A100_SXM_80").requiredBytes());
  }

  @Test
  void keyValueHeadsAreRepeatedAndALatentCacheIsOnEveryGpu() {
    // 2 key/value heads on 4 GPUs: each has one of them.
    assertEquals(estimate("qwen2.5-3b", "bf16").kvCacheBytes() / 2, cacheOnEach("qwen2.5-3b", 4));
    assertEquals(estimate("deepseek-v3", "fp8").kvCacheBytes(), cacheOnEach("deepseek-v3", 8));
  }

  @ParameterizedTest
  @CsvSource({
    // 40 heads, 8 for keys and values
    "qwen2.5-14b, 2, true",
    "qwen2.5-14b, 8, true",
    "qwen2.5-14b, 3, false",
    "qwen2.5-14b, 5, false",
    "qwen2.5-14b, 16, false",
    // 28 heads, 4 for keys and values
    "qwen2.5-7b, 4, true",
    "qwen2.5-7b, 7, false",
    "qwen2.5-7b, 8, false",
    // 16 heads, 2 for keys and values
    "qwen2.5-3b, 16, true",
    "deepseek-v3, 16, true"
  })
  void headsMustDivide(String model, int gpus, boolean possible) {
    Fitting fitting = fitting(model, gpus, "B200");
    Optional<Obstacle> expected = possible ? Optional.empty() : Optional.of(Obstacle.CANNOT_SPLIT);
    assertEquals(expected, fitting.obstacle());
    if (!possible) {
      assertEquals(Fit.NO, fitting.fit());
    }
  }

  private static Fitting fitting(String model, int gpus, String card) {
    String format = model(model).nativeFormat();
    return Fitting.of(workload(model), format(format), estimate(model, format), cards(gpus, card));
  }

  private static long cacheOnEach(String model, int gpus) {
    MemoryEstimate estimate = estimate(model, model(model).nativeFormat());
    return TensorSplit.bytesOfEach(workload(model), estimate, gpus)
        - estimate.weightsBytes() / gpus
        - 392 * MIB
        - estimate.activationsBytes()
        - estimate.cudaContextBytes();
  }
}
