package dev.gpuadvisor.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs by release of vLLM, and what only some models have. */
class VllmReleasesTest {

  private static final double GIB = 1L << 30;

  private static VllmMemory memory(
      String runtime, String model, String format, int context, String card, int gpus) {
    return memory(runtime, model, format, context, card, gpus, RuntimeSettings.DEFAULT);
  }

  private static VllmMemory memory(
      String runtime,
      String model,
      String format,
      int context,
      String card,
      int gpus,
      RuntimeSettings settings) {
    Workload workload = Workloads.on(runtime, model, new Tokens(context, 1, 1)).with(settings);
    Hardware hardware =
        new Hardware(List.of(Workloads.CATALOG.cards().find(card).orElseThrow()), gpus);
    return Fitting.of(
            workload,
            Workloads.format(format),
            workload.estimate(Workloads.format(format)),
            hardware)
        .vllm()
        .orElseThrow()
        .memory();
  }

  private static RuntimeSettings settings(int tokens) {
    RuntimeSettings usual = RuntimeSettings.DEFAULT;
    return new RuntimeSettings(
        usual.gpuMemoryUtilization(),
        usual.maxNumSeqs(),
        OptionalInt.of(tokens),
        usual.parallel(),
        false,
        false,
        Optional.empty(),
        usual.llamaCpp(),
        usual.speculation(),
        0);
  }

  /** Triton's kernels, which round one size of an expert up, came with 0.11. */
  @ParameterizedTest
  @CsvSource({
    "vllm-0.10.1, H100_SXM, 65.97",
    "vllm-0.11, H100_SXM, 64.38",
    "vllm-0.10.1, A100_SXM_80, 65.97"
  })
  void mxfp4IsRoundedUpByTheKernelsOfTheRelease(String runtime, String card, double gib) {
    VllmMemory memory = memory(runtime, "gpt-oss-120b", "mxfp4", 1024, card, 1);
    assertEquals(gib, memory.weights() / GIB, 0.2);
  }

  @ParameterizedTest
  @CsvSource({
    "vllm-0.7.3, 256",
    "vllm-0.8.2, 1024",
    "vllm-0.8.5, 256",
    "vllm-0.19, 256",
    "vllm, 256"
  })
  void theFirstOfV1TookMoreSequencesOnEveryCard(String runtime, int sequences) {
    VllmMemory memory = memory(runtime, "llama-3.1-8b", "bf16", 8192, "L40S", 1);
    assertEquals(sequences, memory.settings().maxNumSeqs().orElseThrow());
  }

  /** Its kernels lie outside of the framework's memory. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, awq, A10G, true",
    "llama-3.1-8b, gptq-int4, H100_SXM, true",
    "llama-3.1-8b, fp8, A10G, true",
    "llama-3.1-8b, fp8, L40S, false",
    "llama-3.1-8b, nvfp4, L40S, true",
    "llama-3.1-8b, nvfp4, RTX_5090, false",
    "gpt-oss-20b, mxfp4, A100_SXM_80, true",
    "gpt-oss-20b, mxfp4, H100_SXM, false",
    "gpt-oss-20b, mxfp4, B200, false"
  })
  void weightsThatAreUnpackedTakeKernels(String model, String format, String card, boolean more) {
    long plain = memory("vllm", "qwen3-0.6b", "bf16", 1024, card, 1).nonTorch();
    long packed = memory("vllm", model, format, 1024, card, 1).nonTorch();
    assertEquals(more, packed > plain, packed + " against " + plain);
  }

  @Test
  void promptsWereNotCutBefore054() {
    long whole = memory("vllm-0.5.3", "llama-3.1-8b", "bf16", 131_072, "L40S", 1).activationPeak();
    long cut = memory("vllm-0.5.4", "llama-3.1-8b", "bf16", 131_072, "L40S", 1).activationPeak();
    assertTrue(whole > 20 * cut, whole + " against " + cut);
  }

  /** Nor those of models that see: images and a video of the rest are run at their largest. */
  @ParameterizedTest
  @CsvSource({"32768, 3.8, 4.1", "128000, 20, 21.5"})
  void v0RunsTheLargestImages(int context, double least, double most) {
    double gib =
        memory("vllm-0.7.3", "qwen2.5-vl-3b-instruct", "bf16", context, "RTX_5090", 1)
                .activationPeak()
            / GIB;
    assertTrue(gib >= least && gib <= most, gib + " GiB");
  }

  /** 37.93 GiB held 9.76 sequences of 256,000 tokens (0.22), whatever else the log says. */
  @Test
  void deepSeekV4CountsWindowsAndStatesInBlocksOfTheirOwn() {
    VllmMemory memory = memory("vllm-0.22", "deepseek-v4-flash", "fp8-mxfp4", 256_000, "B200", 8);
    double held = memory.maxConcurrency() * 37.93 * GIB / memory.cache();
    assertEquals(9.76, held, 0.01);
    // It lies whole on every GPU.
    VllmMemory onFour = memory("vllm-0.22", "deepseek-v4-flash", "fp8-mxfp4", 256_000, "B200", 4);
    assertEquals(memory.bytesPerToken(), onFour.bytesPerToken());
  }

  /** Steps of 16,384 tokens: 6.66 GiB for one sequence of 30,000. */
  @Test
  void deepSeekV4NeedsMoreToStartThanASequenceCounts() {
    VllmMemory memory =
        memory("vllm-0.22", "deepseek-v4-flash", "fp8-mxfp4", 30_000, "B200", 2, settings(16_384));
    double blockGib = (double) memory.cache() / memory.blocks() / GIB;
    assertEquals(6.66, 6800 * blockGib, 0.01);
    assertTrue(memory.starts());
  }

  @Test
  void windowsKeepTwoStepsFrom026() {
    double one =
        memory("vllm-0.25", "gemma-3-27b-it", "bf16", 32_768, "H100_SXM", 1).maxConcurrency();
    double two =
        memory("vllm-0.26", "gemma-3-27b-it", "bf16", 32_768, "H100_SXM", 1).maxConcurrency();
    assertTrue(one > 1.1 * two, one + " against " + two);
  }

  /** Chunks are kept whole: 3.6 million tokens are published for 8 H200, not 10. */
  @Test
  void llama4KeepsItsChunks() {
    int longest =
        memory("vllm", "llama-4-scout-17b-16e-instruct", "bf16", 1_000_000, "H200_SXM", 8)
            .largestContext();
    assertTrue(longest > 3_500_000 && longest < 4_500_000, longest + " tokens");
  }

  /** GLM-5.2 with 819,200 tokens: 6.31 GiB, of which the index gathers 4.03. */
  @Test
  void theIndexOfSparseAttentionGathersKeysOfTheWholeContext() {
    long at800k = memory("vllm-0.26", "glm-5.2", "nvfp4", 819_200, "B200", 4).activationPeak();
    long at400k = memory("vllm-0.26", "glm-5.2", "nvfp4", 409_600, "B200", 4).activationPeak();
    assertEquals(6.31, at800k / GIB, 0.1);
    assertEquals(409_600L * 40 * 132, at800k - at400k);
  }

  /**
   * The second runner leaves the sampler 16-bit logits, of dense models from 0.25.1 on, of all from
   * 0.29; from 0.25.1 to 0.28 it did not take its graphs off the cache.
   */
  @ParameterizedTest
  @CsvSource({
    "vllm-0.25.0, qwen3-0.6b, 14.48, true",
    "vllm-0.25.1, qwen3-0.6b, 2, false",
    "vllm-0.28, qwen3-0.6b, 2, false",
    "vllm-0.29, qwen3-0.6b, 2, true",
    "vllm-0.28, qwen3-30b-a3b, 14.48, true",
    "vllm-0.28, qwen3.5-2b, 14.48, true",
    "vllm-0.29, qwen3-30b-a3b, 2, true",
  })
  void theSecondRunner(String runtime, String model, double bytes, boolean counts) {
    Paged release = (Paged) Workloads.CATALOG.runtimes().find(runtime).orElseThrow().memory();
    Paged profile = release.of(Workloads.model(model));

    assertEquals(bytes, profile.peak().bytesPerLogit());
    assertEquals(counts, profile.graphs().inBudget());
  }

  /** Qwen3-0.6B with three tenths of an H100: 206,592 tokens, 22.07 GiB. */
  @Test
  void aSmallModelLeavesTheSecondRunnerMore() {
    RuntimeSettings share = RuntimeSettings.DEFAULT.withUtilization(0.3);
    VllmMemory memory = memory("vllm-0.28", "qwen3-0.6b", "bf16", 16_384, "H100_SXM", 1, share);

    assertEquals(206_592, memory.cacheTokens(), 1500);
    assertEquals(22.07, memory.cache() / GIB, 0.15);
  }

  @Test
  void tablesOfNGramsLieWithTheHost() {
    VllmMemory memory = memory("vllm", "qwen3.8-flash-next", "nvfp4", 8192, "RTX_PRO_6000_WS", 1);
    assertTrue(memory.weights() / GIB < 76, memory.weights() / GIB + " GiB");
    assertTrue(memory.starts());
  }

  @ParameterizedTest
  @CsvSource({"vllm-0.19, L40S", "vllm, L40S"})
  void fewerSequencesCaptureFewerGraphs(String runtime, String card) {
    long usual = memory(runtime, "llama-3.1-8b", "bf16", 8192, card, 1).graphs();
    long few =
        memory(
                runtime,
                "llama-3.1-8b",
                "bf16",
                8192,
                card,
                1,
                RuntimeSettings.DEFAULT.withSequences(8))
            .graphs();
    assertTrue(few < usual, few + " against " + usual);
    assertFalse(few == 0);
  }
}
