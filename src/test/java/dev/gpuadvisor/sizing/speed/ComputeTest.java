package dev.gpuadvisor.sizing.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations counted by hand from the published shapes. */
class ComputeTest {

  /** Of 8,030,261,248 weights the embedding table of 128,256 x 4,096 is only looked up in. */
  @Test
  void aTokenMeetsAllWeightsButTheTable() {
    assertEquals(
        2.0 * (8_030_261_248L - 128_256L * 4096), Compute.flopsPerToken(model("llama-3.1-8b")));
  }

  /** 1,235,814,400 weights, whose table is the head too. */
  @Test
  void aTiedTableIsMultipliedWith() {
    assertEquals(2.0 * 1_235_814_400L, Compute.flopsPerToken(model("llama-3.2-1b")));
  }

  /**
   * Two products of two operations for each pair of tokens, for each layer and the width of its
   * heads: 32 layers of 32 x 128; 24 of 64 x 64, half of which look back 128 tokens; 61 of 128
   * heads, whose queries have 192 elements and whose answers 128.
   */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, 1000, 262144000000",
    "llama-3.1-8b, 1, 262144",
    "gpt-oss-20b, 1000, 123469824000",
    "gpt-oss-20b, 100, 1966080000",
    "deepseek-v3, 1000, 2498560000000"
  })
  void tokensOfAPromptAttendToThoseBefore(String name, int tokens, double attending) {
    Model model = model(name);
    double weights = Compute.flopsPerToken(model) * tokens;
    assertEquals(attending, Compute.flopsOfPrompt(model, tokens) - weights, weights * 1e-12);
  }

  private static Model model(String name) {
    return Workloads.model(name);
  }
}
