package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.cards;
import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpeedEstimateTest {

  private static SpeedEstimate speed(String model, String format, Hardware hardware) {
    return SpeedEstimate.of(Workloads.of(model, 8192), format(format), hardware);
  }

  @Test
  void secondsAreReadingPlusOverheadOfTheLayers() {
    // Weights without the embedding table, and the cache of 7168 tokens, over 1008 GB/s.
    long read =
        (model("qwen2.5-14b").parameters() - model("qwen2.5-14b").embeddingTableParameters()) * 2
            + 7168L * 196_608;
    double seconds = read / 1008e9 + 48 * 0.93e-3;
    SpeedEstimate speed = speed("qwen2.5-14b", "bf16", cards(1, "RTX_4090"));
    assertEquals(1 / seconds, speed.lowPerSecond(), 1e-6);
    assertEquals(speed.lowPerSecond(), speed.highPerSecond());
  }

  @Test
  void aMixedPoolIsARange() {
    SpeedEstimate pool = speed("qwen2.5-14b", "gptq-int8", cards(1, "L4", "RTX_3090"));
    assertEquals(
        speed("qwen2.5-14b", "gptq-int8", cards(1, "L4")).lowPerSecond(), pool.lowPerSecond());
    assertEquals(
        speed("qwen2.5-14b", "gptq-int8", cards(1, "RTX_3090")).highPerSecond(),
        pool.highPerSecond());
    assertTrue(pool.lowPerSecond() < pool.highPerSecond());
  }

  @Test
  void onlyActiveWeightsAreRead() {
    WeightMemory read = WeightMemory.read(model("qwen3-30b-a3b"), format("bf16"));
    long active = model("qwen3-30b-a3b").activeParameters();
    long table = model("qwen3-30b-a3b").embeddingTableParameters();
    assertEquals((active - table) * 2, read.total());
  }

  @Test
  void splittingByLayersDoesNotMakeItFaster() {
    assertEquals(
        speed("llama-3.1-70b", "bf16", cards(2, "A100_SXM_80")).lowPerSecond(),
        speed("llama-3.1-70b", "bf16", cards(4, "A100_SXM_80")).lowPerSecond());
  }
}
