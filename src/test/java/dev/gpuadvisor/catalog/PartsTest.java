package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of layers, each of which several GPUs add up once. */
class PartsTest {

  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, 64",
    "deepseek-r1, 122",
    // A layer has attention, or a recurrent part, and then what feeds forward.
    "qwen3.5-2b, 48",
    // One part a layer: 6 that attend, 23 that recur, 23 with experts.
    "nemotron-3-nano-30b-a3b, 52",
    "nemotron-nano-9b-v2, 56",
    // 31 of 80 layers do not attend.
    "nemotron-super-49b, 129",
  })
  void eachPartCountsOnce(String model, int parts) {
    assertEquals(parts, Workloads.model(model).parts());
  }
}
