package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.KvCacheType;
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

  @ParameterizedTest
  @CsvSource({"BF16, 16", "FP8, 8", "Q8_0, 8.5", "Q4_0, 4.5"})
  void quantizedCachesCarryTheirScales(KvCacheType type, double bits) {
    long elements = 32L * 2 * 8 * 128 * 8192;
    long bytes = KvCache.bytesOfSequence(model("llama-3.1-8b"), type, 8192);
    assertEquals(elements * bits / 8, bytes);
  }
}
