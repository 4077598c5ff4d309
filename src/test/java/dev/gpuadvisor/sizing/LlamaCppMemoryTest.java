package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.KvCacheType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlamaCppMemoryTest {

  @ParameterizedTest
  @CsvSource({"BF16, 16", "FP8, 8", "Q8_0, 8.5", "Q4_0, 4.5"})
  void quantizedCachesCarryTheirScales(KvCacheType type, double bits) {
    long elements = 32L * 2 * 8 * 128 * 8192;
    long bytes = KvCache.bytesOfSequence(model("llama-3.1-8b"), type, 8192);
    assertEquals(elements * bits / 8, bytes);
  }
}
