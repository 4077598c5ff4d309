package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.KvCacheType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlamaCppMemoryTest {

  private static final double GIB = 1L << 30;
  private static final double MIB = 1L << 20;
  private static final int BASE_MIB = 32;

  private static MemoryEstimate estimate(String model, String format) {
    Workload workload = Workloads.on("llama.cpp", model, new Tokens(8192, 2048, 1));
    return MemoryEstimate.of(workload, format(format));
  }

  /** File sizes of Llama 3.1 8B and Llama 3 70B as llama.cpp and others publish them. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, q4_k_m, 4.58",
    "llama-3.1-8b, q5_k_m, 5.33",
    "llama-3.1-8b, q6_k, 6.14",
    "llama-3.1-8b, q8_0, 7.95",
    "llama-3-70b, q4_k_m, 39.60",
    "llama-3-70b, q5_k_m, 46.52",
    "llama-3-70b, q6_k, 53.91",
    "llama-3-70b, q8_0, 69.83"
  })
  void filesAreCountedTensorByTensor(String model, String format, double gib) {
    double bytes = WeightMemory.resident(model(model), format(format)).total();
    assertEquals(gib, bytes / GIB, gib * 0.002);
  }

  @Test
  void theEmbeddingTableStaysWithTheHost() {
    // Log of Llama 3 8B Q4_K_M: CUDA0 4403.49 MiB; norms, in 32 bit, are the missing one.
    assertEquals(4403.49, estimate("llama-3-8b", "q4_k_m").weightsBytes() / MIB, 1);
    // Tied: the table is the head, in the bits of a head, and is needed where the head is.
    assertEquals(
        151_936L * 2048 * 6.5625 / 8,
        WeightMemory.resident(model("qwen2.5-3b"), format("q4_k_m")).withoutEmbeddings().head());
  }

  /** Logs of Llama 3 8B and of Qwen2.5-7B. */
  @ParameterizedTest
  @CsvSource({"llama-3-8b, 258.5", "qwen2.5-7b, 304.0"})
  void theComputeBufferIsThatOfTheLogs(String model, double mib) {
    assertEquals(mib + BASE_MIB, estimate(model, "q4_k_m").activationsBytes() / MIB, 0.01);
  }

  @ParameterizedTest
  @CsvSource({"BF16, 16", "FP8, 8", "Q8_0, 8.5", "Q4_0, 4.5"})
  void quantizedCachesCarryTheirScales(KvCacheType type, double bits) {
    long elements = 32L * 2 * 8 * 128 * 8192;
    long bytes = KvCache.bytesOfSequence(model("llama-3.1-8b"), type, 8192);
    assertEquals(elements * bits / 8, bytes);
  }
}
