package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How several GPUs share a model: as people write it, and whether it can be. */
class ParallelTest {

  private static final Catalog CATALOG = BundledCatalog.catalog();

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

  /** As many as can share every matrix, and stages of the rest; as it was asked for, else. */
  @ParameterizedTest
  @CsvSource({
    "auto, llama-3.1-8b, bf16, 1, tp1",
    "auto, llama-3.1-8b, bf16, 4, tp4",
    "auto, llama-3.1-8b, bf16, 3, pp3",
    "auto, llama-3.1-8b, bf16, 5, pp5",
    "auto, llama-3.1-8b, bf16, 6, tp2pp3",
    "auto, llama-3.1-8b, bf16, 7, pp7",
    "auto, llama-3.1-8b, bf16, 12, tp4pp3",
    "auto, qwen2.5-14b, bf16, 16, tp8pp2",
    "auto, qwen2.5-0.5b, bf16, 4, tp2pp2",
    "auto, deepseek-v3, fp8, 16, tp16",
    "auto, bge-m3, bf16, 3, tp3",
    "auto, llama-3.1-8b, nf4, 2, pp2",
    "auto, llama-3.1-8b, q4_k_m, 2, tp2",
    "auto, minimax-m2, fp8, 4, tp4",
    "auto, minimax-m2, fp8, 8, tp8ep8",
    "tp8, minimax-m2, fp8, 8, tp8",
    "auto, qwen3-30b-a3b, fp8, 2, tp2",
    "auto, qwen3-30b-a3b, fp8, 4, tp4ep4",
    "auto, qwen3-30b-a3b, bf16, 4, tp4",
    "auto, qwen3-235b-a22b, gptq-int4, 8, tp8ep8",
    "auto, deepseek-v3, fp8, 8, tp8",
    "auto, glm-4.6, fp8, 8, tp8",
    "tp2, llama-3.1-8b, nf4, 2, tp2",
    "tp2, llama-3.1-8b, bf16, 4, tp2",
  })
  void layouts(String asked, String model, String format, int gpus, String layout) {
    Workload workload =
        new Workload(
                model(model),
                CATALOG.runtimes().find("vllm").orElseThrow(),
                new Tokens(8192, 512, 1),
                KvCacheType.BF16,
                Adapters.NONE)
            .with(RuntimeSettings.DEFAULT.withParallel(Parallel.parse(asked).orElseThrow()));
    Quantization quantization = CATALOG.quantizations().find(format).orElseThrow();

    assertEquals(layout, workload.parallel(quantization, gpus).toString());
  }

  /** Whatever number of GPUs: a generator's layers can always be laid on them. */
  @Test
  void everyModelRunsOnEveryNumberOfGpus() {
    RuntimeProfile vllm = CATALOG.runtimes().find("vllm").orElseThrow();
    for (Model model : CATALOG.models().all()) {
      if (model.kind() != ModelKind.GENERATOR) {
        continue;
      }
      Workload workload =
          new Workload(model, vllm, new Tokens(512, 64, 1), KvCacheType.BF16, Adapters.NONE)
              .with(RuntimeSettings.DEFAULT.withParallel(Parallel.AUTO));
      Quantization format = CATALOG.quantizations().find(model.nativeFormat()).orElseThrow();
      for (int gpus = 1; gpus <= Math.min(Hardware.MAX_GPUS, model.layers()); gpus++) {
        Parallel layout = workload.parallel(format, gpus);
        assertTrue(layout.isPossible(model, gpus), model.id() + " on " + gpus + ": " + layout);
      }
    }
  }

  /**
   * Llama 3.1 8B has 32 heads, 8 of keys and values, and 32 layers; Qwen2.5 14B 40, 8 and 48;
   * DeepSeek V3 128 heads that share one latent vector.
   */
  @ParameterizedTest
  @CsvSource({
    "tp16, llama-3.1-8b, 16, true",
    "tp3, llama-3.1-8b, 3, false",
    "tp12, llama-3.1-8b, 12, false",
    "tp5, qwen2.5-14b, 5, false",
    "tp16, qwen2.5-14b, 16, false",
    "tp16, deepseek-v3, 16, true",
    "tp4, llama-3.1-8b, 4, true",
    "tp4, llama-3.1-8b, 8, false",
    "tp4pp2, llama-3.1-8b, 8, true",
    "pp3, llama-3.1-8b, 3, true",
    "dp3, llama-3.1-8b, 3, true",
    "tp3dp2, llama-3.1-8b, 6, false",
    "pp16, llama-3.2-1b, 16, true", // a layer each
    "pp14, smollm2-135m, 14, true",
    "pp16, pythia-14m, 16, false", // of six layers
  })
  void isPossible(String parallel, String model, int gpus, boolean possible) {
    assertEquals(possible, Parallel.parse(parallel).orElseThrow().isPossible(model(model), gpus));
  }
}
