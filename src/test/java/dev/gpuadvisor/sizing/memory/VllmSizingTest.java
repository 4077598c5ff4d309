package dev.gpuadvisor.sizing.memory;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** vLLM's accounting, by the rules that docs/decisions names for each release. */
class VllmSizingTest {

  private static final long MIB = 1L << 20;
  private static final RuntimeSettings USUAL = RuntimeSettings.DEFAULT;

  private static Workload workload(String runtime, String model) {
    return Workloads.on(runtime, model, new Tokens(8192, 1, 1));
  }

  private static VllmSizing sizing(String runtime, String model, String card, String parallel) {
    Workload workload = workload(runtime, model);
    Card found = CATALOG.cards().find(card).orElseThrow();
    Parallel on = Parallel.parse(parallel).orElseThrow();
    return new VllmSizing(
        workload, format("bf16"), MemoryEstimate.of(workload, format("bf16")), found, on);
  }

  private static VllmSizing llama(String card, String parallel) {
    return sizing("vllm", "llama-3.1-8b", card, parallel);
  }

  /** Large are cards from 70 GiB on, but for A100s: they take more sequences and tokens a step. */
  @ParameterizedTest
  @CsvSource({
    "L4, false, 256, 2048",
    "A100_SXM_80, false, 256, 2048",
    "H100_SXM, true, 1024, 8192",
    "H200_SXM, true, 1024, 8192",
    "RTX_PRO_6000_SE, true, 1024, 8192",
    "L40S, false, 256, 2048",
    "B200, true, 1024, 8192",
  })
  void defaultsOfCards(String card, boolean large, int sequences, int tokens) {
    VllmSizing sizing = llama(card, "tp1");

    assertEquals(large, sizing.isLarge());
    assertEquals(sequences, sizing.sequences(USUAL, 1));
    assertEquals(tokens, sizing.tokens(USUAL, 8192, 1));
    assertEquals(2000, sizing.sequences(USUAL, 2000));
    assertEquals(Math.max(tokens, 4000), sizing.tokens(USUAL, 8192, 4000));
    assertEquals(7, sizing.sequences(USUAL.withSequences(7), 2000));
  }

  /** From 0.28 on the largest cards take more. */
  @ParameterizedTest
  @CsvSource({"vllm-0.26, B200, 8192", "vllm-0.28, B200, 16384", "vllm-0.29, H200_SXM, 8192"})
  void stepsOfTheLargestCards(String runtime, String card, int tokens) {
    assertEquals(
        tokens, sizing(runtime, "llama-3.1-8b", card, "tp1").tokens(USUAL, 8192, 1), runtime);
  }

  /** MiB beside the framework: alone, on linked cards, and on others. */
  @ParameterizedTest
  @CsvSource({
    "vllm, L4, tp1, 275",
    "vllm, H100_SXM, tp2, 1000",
    "vllm, H100_SXM, tp8, 1000",
    "vllm, L4, tp2, 400",
    "vllm, H100_SXM, dp2, 1000",
    "vllm, H100_SXM, pp2, 275",
    "vllm-0.6, H100_SXM, tp2, 300",
    "vllm-0.6, H100_SXM, tp4, 914",
    "vllm-0.6, H100_SXM, tp8, 2142",
    "vllm-0.6, H100_SXM, dp4, 914",
    "vllm-0.17, L4, tp4, 400",
  })
  void nonTorch(String runtime, String card, String parallel, long mib) {
    assertEquals(mib * MIB, sizing(runtime, "llama-3.1-8b", card, parallel).nonTorch());
  }

  /**
   * Sizes 1, 2, 4, each eighth to 256, each sixteenth to 512: 51 for steps of 512, and as many for
   * mixed ones. Of a layer's 18.4 MiB two fifths are not cut by tensor parallelism.
   */
  @ParameterizedTest
  @CsvSource({
    "512, tp1, 102",
    "600, tp1, 102",
    "256, tp1, 86",
    "8, tp1, 9",
    "4, tp1, 7",
    "2, tp1, 5",
    "1, tp1, 3",
    "512, tp2, 71.4",
    "512, tp4, 56.1",
    "512, pp2, 51"
  })
  void graphs(int sequences, String parallel, double captured) {
    double first = 100 * Math.min(512, 2 * sequences) / 512.0;
    double layers = 32 * 18.4 * captured / 102;
    long graphs = llama("L4", parallel).graphs(USUAL.withSequences(sequences), 1);

    assertEquals((first + layers) * MIB, graphs, 2);
    assertEquals(0, llama("L4", parallel).graphs(USUAL.withoutGraphs(), 1));
  }

  /** Layers of experts take 7 MiB more each, and their first graph 320: 48 in Qwen3 30B A3B. */
  @Test
  void graphsOfExperts() {
    RuntimeSettings most = USUAL.withSequences(512);

    assertEquals(
        (320 + 48 * (18.4 + 7)) * MIB,
        sizing("vllm", "qwen3-30b-a3b", "H100_SXM", "tp1").graphs(most, 1),
        2);
    assertEquals(
        (320 + 48 * (18.4 + 7) * 0.7) * MIB,
        sizing("vllm", "qwen3-30b-a3b", "H100_SXM", "tp2").graphs(most, 1),
        2);
    assertEquals(
        (320 + 48 * (18.4 * 0.7 + 7)) * MIB,
        sizing("vllm", "qwen3-30b-a3b", "H100_SXM", "ep2").graphs(most, 1),
        2);
  }

  /** Kernels of MXFP4 are several to a layer: 29 MiB for each of the 24 of gpt-oss-20b. */
  @Test
  void graphsOfExpertsInMxfp4() {
    Workload workload = workload("vllm", "gpt-oss-20b");
    Card card = CATALOG.cards().find("A100_SXM_80").orElseThrow();
    MemoryEstimate estimate = MemoryEstimate.of(workload, format("mxfp4"));
    VllmSizing sizing =
        new VllmSizing(workload, format("mxfp4"), estimate, card, Parallel.tensor(1));

    assertEquals((320 + 24 * (18.4 + 29)) * MIB, sizing.graphs(USUAL.withSequences(512), 1), 2);
  }

  /** An L4 has 22,565 MiB by CUDA, and the context takes 461 of what is free. */
  @Test
  void shares() {
    VllmSizing sizing = llama("L4", "tp1");
    long total = 22_565 * MIB;

    assertEquals(total, sizing.totalBytes());
    assertEquals(461 * MIB, sizing.contextBytes());
    assertEquals((long) Math.ceil(total * 0.92), sizing.budget(USUAL));
    assertEquals((long) Math.ceil(total * 0.5), sizing.budget(USUAL.withUtilization(0.5)));
    assertEquals(0.97, sizing.largestShare());
    assertEquals(0.98, llama("B200", "tp1").largestShare());
  }

  /** Weights, peak, what is beside the framework, graphs, and what a log says more. */
  @Test
  void whatIsGoneBeforeTheCache() {
    VllmSizing sizing = llama("L4", "tp1");
    RuntimeSettings more =
        new RuntimeSettings(
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Parallel.AUTO,
            false,
            false,
            Optional.empty(),
            LlamaCppSettings.DEFAULT,
            Optional.empty(),
            300 * MIB);
    long parts =
        sizing.weights(true)
            + sizing.peak(USUAL, 8192, 1, true)
            + sizing.nonTorch()
            + sizing.graphs(USUAL, 1);

    assertEquals(parts, sizing.besidesCache(USUAL, 8192, 1, true));
    assertEquals(parts + 300 * MIB, sizing.besidesCache(more, 8192, 1, true));
    assertEquals(sizing.budget(USUAL) - parts, sizing.cache(USUAL, 8192, 1));
    VllmSizing earlier = sizing("vllm-0.17", "llama-3.1-8b", "L4", "tp1");
    assertEquals(
        earlier.weights(true) + earlier.peak(USUAL, 8192, 1, true) + earlier.nonTorch(),
        earlier.besidesCache(USUAL, 8192, 1, true));
  }

  /** Llama 3.1 8B: 128 KiB a token, in blocks of 16. */
  @Test
  void whatSequencesNeed() {
    VllmSizing sizing = llama("L4", "tp1");
    long besides = sizing.besidesCache(USUAL, 8192, 1, true);

    assertEquals(besides + 8192L * 131_072, sizing.required(USUAL, 8192, 1));
    assertEquals(besides + 8208L * 131_072, sizing.required(USUAL, 8193, 1));
    assertEquals(besides + 3 * 8192L * 131_072, sizing.required(USUAL, 8192, 3));
    VllmSizing copies = llama("H100_SXM", "dp2");
    long each = copies.besidesCache(USUAL, 8192, 3, true);
    assertEquals(each + 2 * 8192L * 131_072, copies.required(USUAL, 8192, 3));
    assertEquals(sizing.cache(USUAL, 8192, 1) / (16 * 131_072), sizing.blocks(USUAL, 8192, 1));
  }

  /** With two stages the last has the head and makes logits: it decides. */
  @Test
  void theFullestStageDecides() {
    VllmSizing two = sizing("vllm-0.11", "llama-3.1-8b", "L4", "pp2");

    assertTrue(two.lastStageDecides(USUAL, 8192, 1));
    assertTrue(llama("L4", "tp1").lastStageDecides(USUAL, 8192, 1));
    assertTrue(two.weights(true) > 0 && two.weights(false) > 0);
    assertEquals(
        two.budget(USUAL) - two.besidesCache(USUAL, 8192, 1, true), two.cache(USUAL, 8192, 1));
  }

  /** A start needs room for the context beside the share, and for one sequence in the cache. */
  @ParameterizedTest
  @CsvSource({
    "vllm, 8192, 0.92, true",
    "vllm, 8192, 0.97, true",
    "vllm, 8192, 0.98, false",
    "vllm, 8192, 0.70, false",
    "vllm, 131072, 0.92, false",
    "vllm-0.6, 8192, 0.99, true",
    "vllm-0.17, 8192, 0.97, false",
  })
  void starts(String runtime, int length, double share, boolean starts) {
    VllmSizing sizing = sizing(runtime, "llama-3.1-8b", "L4", "tp1");

    assertEquals(starts, sizing.starts(USUAL.withUtilization(share), length, 1));
  }

  /** Steps in flight: two from 0.26 on, one before. */
  @Test
  void stepsInFlight() {
    assertEquals(2 * 2048, sizing("vllm-0.26", "llama-3.1-8b", "L4", "tp1").ahead(USUAL, 8192, 1));
    assertEquals(2048, llama("L4", "tp1").ahead(USUAL, 8192, 1));
    assertTrue(llama("L4", "tp1").hasBlocksForAll(USUAL, 131_072, 1));
  }
}
