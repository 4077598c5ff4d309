package dev.gpuadvisor.sizing.memory;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a start that compiles is measured with, what graphs take, and what is loaded, by release.
 */
class VllmFirstStartTest {

  private static final double GIB = 1L << 30;
  private static final RuntimeSettings USUAL = RuntimeSettings.DEFAULT;

  private static VllmSizing sizing(
      String runtime, String model, String stored, String card, String parallel) {
    Workload workload = Workloads.on(runtime, model, new Tokens(8192, 1, 1));
    Card found = CATALOG.cards().find(card).orElseThrow();
    Parallel on = Parallel.parse(parallel).orElseThrow();
    return new VllmSizing(
        workload, format(stored), MemoryEstimate.of(workload, format(stored)), found, on);
  }

  /** As logs print it; what is not printed is what the share leaves. */
  @ParameterizedTest
  @CsvSource({
    "vllm-0.26, qwen2.5-7b, awq, RTX_4080, 2048, 1.04",
    "vllm-0.28, qwen2.5-7b, awq, L4, 2048, 1.04",
    "vllm-0.27, qwen2.5-0.5b, bf16, RTX_3090, 2048, 0.25",
    "vllm-0.27, qwen2.5-0.5b, bf16, RTX_3090, 8192, 0.31",
    "vllm-0.28, qwen3-14b, bf16, L40S, 2048, 1.48",
  })
  void thePeakOfAFirstStart(
      String runtime, String model, String stored, String card, int tokens, double gib) {
    VllmSizing sizing = sizing(runtime, model, stored, card, "tp1");

    assertEquals(gib, sizing.peak(USUAL.withTokens(tokens), 8192, 1, true) / GIB, 0.04);
  }

  /** A table is copied where tokens are looked up in it: once for all GPUs, on the first stage. */
  @Test
  void whereTheTableIs() {
    long table = 152_064L * 5120 * 2;
    long vectors = 2L * 2048 * 5120 * 2;

    assertEquals(table + vectors, peak("vllm", "qwen2.5-14b", "tp1", false));
    assertEquals(table / 2 + vectors, peak("vllm", "qwen2.5-14b", "tp2", false));
    assertEquals(table + vectors, peak("vllm", "qwen2.5-14b", "pp2", false));
    assertTrue(peak("vllm", "qwen2.5-14b", "pp2", true) < table / 2);
  }

  /** Nothing is compiled in eager mode, nor was anything timed so before 0.13. */
  @Test
  void whoCopiesNone() {
    VllmSizing llama = sizing("vllm", "llama-3.1-70b", "bf16", "L40S", "tp4");
    long table = 128_256L * 8192 * 2 / 4;

    assertTrue(llama.peak(USUAL, 8192, 1, true) >= table);
    assertTrue(
        sizing("vllm-0.28", "qwen2.5-14b", "bf16", "L40S", "tp1")
                .peak(USUAL.withoutGraphs(), 8192, 1, true)
            < 0.4 * GIB);
    for (String seeing : new String[] {"qwen3.5-9b", "gemma-4-31b-it"}) {
      assertEquals(
          peak("vllm", seeing, "tp1", true),
          sizing("vllm", seeing, "bf16", "L40S", "tp1")
              .peak(USUAL.withTokens(2048).withoutGraphs(), 8192, 1, true));
    }
    for (RuntimeProfile release : CATALOG.runtimes().all()) {
      if (release.id().matches("vllm-0\\.(1|6|8|9|11)")) {
        VllmSizing early = sizing(release.id(), "qwen2.5-14b", "bf16", "L40S", "tp1");
        assertEquals(
            early.peak(USUAL, 8192, 1, true), early.peak(USUAL.withoutGraphs(), 8192, 1, true));
      }
    }
  }

  private static long peak(String runtime, String model, String parallel, boolean last) {
    return sizing(runtime, model, "bf16", "L40S", parallel)
        .peak(USUAL.withTokens(2048), 8192, 1, last);
  }

  /** Graphs as logs estimate them. */
  @ParameterizedTest
  @CsvSource({
    "vllm, qwen2.5-7b, bf16, L40S, tp1, 128, 0.37",
    "vllm, qwen2.5-7b, bf16, RTX_4090, tp1, 256, 0.53",
    "vllm-0.20, gemma-4-26b-a4b-it, nvfp4, RTX_5090, tp1, 2, 0.26",
    "vllm-0.20, gemma-4-26b-a4b-it, nvfp4, RTX_5090, tp1, 256, 0.83",
    "vllm-0.20, qwen3.6-35b-a3b, nvfp4, RTX_5090, tp1, 1, 0.36",
    "vllm-0.26, glm-5.2, nvfp4, B200, ep4, 1024, 4.99",
    "vllm-0.29, llama-3.1-8b, bf16, A100_SXM_80, tp1, 256, 0.46",
    "vllm-0.29, qwen3.8-27b, bf16, RTX_PRO_6000_WS, tp1, 256, 0.7",
  })
  void graphs(
      String runtime,
      String model,
      String stored,
      String card,
      String parallel,
      int sequences,
      double gib) {
    long graphs =
        sizing(runtime, model, stored, card, parallel).graphs(USUAL.withSequences(sequences), 1);

    assertEquals(gib, graphs / GIB, Math.max(0.2, 0.08 * gib));
  }

  /** Loaded weights as logs print them. */
  @ParameterizedTest
  @CsvSource({
    "vllm-0.19, qwen2.5-7b, awq, RTX_4080, tp1, 5.2",
    "vllm-0.26, qwen2.5-7b, awq, RTX_4080, tp1, 5.29", // zero points in 16 bit
    "vllm-0.28, qwen3-14b, awq, L40S, tp1, 9.44",
    "vllm-0.19, qwen3.5-9b, bf16, L40S, tp1, 17.66", // positions for four times the context
    "vllm-0.29, qwen3.8-27b, bf16, RTX_PRO_6000_WS, tp1, 51.1",
    "vllm, qwen2.5-vl-7b, bf16, A100_SXM_80, tp1, 15.67",
    "vllm, gemma-4-26b-a4b-it, bf16, A100_SXM_80, tp1, 48.5", // positions for two widths of heads
    "vllm, gemma-4-26b-a4b-it, fp8, L40S, tp1, 25.8",
    "vllm-0.20, qwen3.6-35b-a3b, nvfp4, RTX_5090, tp1, 21.86",
    "vllm-0.26, glm-5.2, nvfp4, B200, ep4, 106.69", // whole what compresses, in 16 bit
  })
  void weights(
      String runtime, String model, String stored, String card, String parallel, double gib) {
    double weights = sizing(runtime, model, stored, card, parallel).weights(true) / GIB;

    assertEquals(gib, weights, Math.max(0.02, 0.0075 * gib));
  }

  /** Twenty layers of Gemma 4 E2B read the cache of others, and have matrices of their own. */
  @Test
  void layersThatShareHaveMatrices() {
    Workload text = Workloads.on("vllm", "gemma-4-e2b-it", new Tokens(8192, 1, 1));
    Card card = CATALOG.cards().find("L4").orElseThrow();
    Workload reads = text.with(text.settings().withTextOnly());
    VllmSizing sizing =
        new VllmSizing(
            reads,
            format("bf16"),
            MemoryEstimate.of(reads, format("bf16")),
            card,
            Parallel.tensor(1));

    assertEquals(8.89, sizing.weights(true) / GIB, 0.06);
  }

  /** A model that reads alone keeps the positions of one that sees. */
  @Test
  void positionsStayWhereTheTowerIsLeft() {
    Workload all = Workloads.on("vllm", "qwen2.5-vl-7b", new Tokens(8192, 1, 1));
    long tower = all.model().visionParameters() * 2;
    long sees = sizing("vllm", "qwen2.5-vl-7b", "bf16", "L40S", "tp1").weights(true);
    Workload text = all.with(all.settings().withTextOnly());
    VllmSizing reads =
        new VllmSizing(
            text,
            format("bf16"),
            MemoryEstimate.of(text, format("bf16")),
            CATALOG.cards().find("L40S").orElseThrow(),
            Parallel.tensor(1));

    assertEquals(tower, sees - reads.weights(true), 1e6);
  }
}
