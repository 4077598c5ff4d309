package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How several GPUs share a model: as people write it, and whether it can be. */
class ParallelTest {

  @ParameterizedTest
  @CsvSource({
    "tp4, tp4, 4",
    "TP=4, tp4, 4",
    "'tp 4, pp 2', tp4pp2, 8",
    "pp2, pp2, 2",
    "dp8, dp8, 8",
    "ep8, tp8ep8, 8",
    "tp2dp4ep8, tp2dp4ep8, 8",
    "dp4ep8, tp2dp4ep8, 8",
    "tp1, tp1, 1",
    "tp16, tp16, 16",
    "tp2-pp2-dp4, tp2pp2dp4, 16",
    "tp_8, tp8, 8",
    "auto, auto, 0",
    "AUTO, auto, 0",
  })
  void isRead(String text, String written, int gpus) {
    Parallel parallel = Parallel.parse(text).orElseThrow();

    assertEquals(written, parallel.toString());
    assertEquals(gpus, parallel.gpus());
    assertEquals(parallel, Parallel.parse(written).orElseThrow());
    assertEquals(gpus > 0, parallel.isFixed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tp",
        "4",
        "xp4",
        "tp4tp2",
        "tp17",
        "tp16pp2",
        "tp100",
        "tp0",
        "pp0",
        "ep0",
        "tp2ep4",
        "tp4dp2ep4",
        "p4tp",
        "tp 4 gpus",
        "tp4pp",
        "tp111111111111111111111111"
      })
  void isNone(String text) {
    assertTrue(Parallel.parse(text).isEmpty(), text);
  }

  @Test
  void whatIsLeftOpenIsTensorParallel() {
    assertEquals(Parallel.tensor(4), Parallel.AUTO.on(4));
    assertEquals(Parallel.tensor(2), Parallel.tensor(2).on(4));
  }

  /**
   * Llama 3.1 8B has 32 heads, 8 of keys and values, and 32 layers; Qwen2.5 14B 40, 8 and 48;
   * DeepSeek V3 128 heads that share one latent vector.
   */
  @ParameterizedTest
  @CsvSource({
    "auto, llama-3.1-8b, 1, true",
    "auto, llama-3.1-8b, 8, true",
    "auto, llama-3.1-8b, 16, true",
    "auto, llama-3.1-8b, 3, false",
    "auto, llama-3.1-8b, 12, false",
    "auto, qwen2.5-14b, 5, false",
    "auto, qwen2.5-14b, 8, true",
    "auto, qwen2.5-14b, 16, false",
    "auto, deepseek-v3, 16, true",
    "tp4, llama-3.1-8b, 4, true",
    "tp4, llama-3.1-8b, 8, false",
    "tp4pp2, llama-3.1-8b, 8, true",
    "pp3, llama-3.1-8b, 3, true",
    "dp3, llama-3.1-8b, 3, true",
    "tp3dp2, llama-3.1-8b, 6, false",
  })
  void isPossible(String parallel, String model, int gpus, boolean possible) {
    assertEquals(possible, Parallel.parse(parallel).orElseThrow().isPossible(model(model), gpus));
  }
}
