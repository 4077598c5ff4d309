package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.cards;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Capability;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittingTest {

  private static Fitting fitting(Workload workload, String format, Hardware hardware) {
    MemoryEstimate estimate = MemoryEstimate.of(workload, format(format));
    return Fitting.of(workload, format(format), estimate, hardware);
  }

  @ParameterizedTest
  @CsvSource({"900,1000,COMFORTABLE", "901,1000,TIGHT", "1000,1000,TIGHT", "1001,1000,NO"})
  void classesAreExactAtTheirBounds(long required, long usable, Fit fit) {
    assertEquals(fit, Fit.of(required, usable));
  }

  @Test
  void theWorstCardOfAPoolCounts() {
    Workload workload = Workloads.of("qwen2.5-14b", 8192);
    Fitting pool = fitting(workload, "gptq-int8", cards(1, "RTX_3090", "L4", "RTX_A5000"));
    Fitting worst = fitting(workload, "gptq-int8", cards(1, "L4"));
    assertEquals(worst, pool);
    assertEquals(23_034L << 20, pool.usableBytes());
  }

  @Test
  void theLargestContextFitsAndOneTokenMoreDoesNot() {
    Hardware hardware = cards(1, "L4");
    int largest =
        fitting(Workloads.of("qwen2.5-14b", 8192), "gptq-int8", hardware).largestContext();
    assertTrue(largest > 16_000 && largest < 32_768, "largest " + largest);
    Fit there = fitting(Workloads.of("qwen2.5-14b", largest), "gptq-int8", hardware).fit();
    Fit beyond = fitting(Workloads.of("qwen2.5-14b", largest + 1), "gptq-int8", hardware).fit();
    assertEquals(Fit.TIGHT, there);
    assertEquals(Fit.NO, beyond);
  }

  @Test
  void theLargestContextEndsWhereTheModelEnds() {
    Fitting roomy = fitting(Workloads.of("qwen2.5-14b", 8192), "bf16", cards(1, "B200"));
    assertEquals(32_768, roomy.largestContext());
  }

  @Test
  void theMostSequencesFitAndOneMoreDoesNot() {
    Hardware hardware = cards(1, "A40");
    Tokens tokens = new Tokens(4096, 1024, 1);
    int most = fitting(Workloads.of("llama-3.1-8b", tokens), "bf16", hardware).largestConcurrency();
    Tokens many = tokens.withConcurrency(most);
    Tokens oneMore = tokens.withConcurrency(most + 1);
    assertEquals(Fit.TIGHT, fitting(Workloads.of("llama-3.1-8b", many), "bf16", hardware).fit());
    assertEquals(Fit.NO, fitting(Workloads.of("llama-3.1-8b", oneMore), "bf16", hardware).fit());
  }

  @Test
  void whatDoesNotFitAtAllHasNoLargestContext() {
    Fitting fitting = fitting(Workloads.of("llama-3.1-70b", 8192), "bf16", cards(1, "L4"));
    assertEquals(Fit.NO, fitting.fit());
    assertEquals(0, fitting.largestContext());
    assertEquals(0, fitting.largestConcurrency());
  }

  @Test
  void aFormatMustRunOnEveryCardOfThePool() {
    Workload workload = Workloads.of("llama-3.1-8b", 8192);
    Fitting mixed = fitting(workload, "fp8", cards(1, "L4", "RTX_3090"));
    Obstacle lacks =
        new Obstacle.LacksFormat(
            "transformers",
            "FP8 (W8A8)",
            List.of("NVIDIA GeForce RTX 3090"),
            new Capability(8, 9),
            new Capability(8, 6),
            Optional.empty(),
            Optional.of("vllm"),
            Optional.of("llama.cpp"));
    assertEquals(Optional.of(lacks), mixed.obstacle());
    assertEquals(Fit.NO, mixed.fit());
    assertTrue(fitting(workload, "fp8", cards(1, "L4")).obstacle().isEmpty());
  }

  @Test
  void severalGpusShareLayersButNotContextAndActivations() {
    Workload workload = Workloads.of("llama-3.1-70b", 8192);
    MemoryEstimate estimate = MemoryEstimate.of(workload, format("bf16"));
    Fitting two = fitting(workload, "bf16", cards(2, "A100_SXM_80"));
    assertTrue(two.requiredBytes() > estimate.requiredBytes(), "splitting costs memory");
    // 80 layers halve evenly: what is more is one CUDA context and one set of activations.
    long more = two.requiredBytes() - estimate.requiredBytes();
    assertEquals(estimate.cudaContextBytes() + estimate.activationsBytes(), more, 2);
    assertEquals(Fit.COMFORTABLE, two.fit());
  }

  @Test
  void anUnevenSplitIsJudgedByItsFullestGpu() {
    // 62 layers on 4 GPUs: one of them has 16.
    Workload workload = Workloads.of("gemma-3-27b", 8192);
    MemoryEstimate estimate = MemoryEstimate.of(workload, format("bf16"));
    long fullest = GpuShare.fullestBytes(workload, estimate, 4);
    long tables = workload.model().embeddingParameters() * 2;
    long inLayers = estimate.weightsBytes() - tables + estimate.kvCacheBytes();
    long expected =
        Math.round(inLayers * 16 / 62.0)
            + tables
            + estimate.activationsBytes()
            + estimate.cudaContextBytes();
    assertEquals(expected, fullest, 2);
  }

  /** Of several GPUs what each has and needs, as often as there are; by the card with the least. */
  @ParameterizedTest
  @CsvSource({"transformers", "vllm"})
  void allGpusTogether(String runtime) {
    Workload workload = Workloads.on(runtime, "llama-3.1-8b", new Tokens(8192, 2048, 1));
    Fitting one = fitting(workload, "bf16", cards(1, "L4"));
    Fitting two = fitting(workload, "bf16", cards(2, "L4"));

    assertEquals(2 * one.usableBytes(), two.usableBytes());
    assertEquals(0, two.requiredBytes() % 2);
    assertTrue(two.requiredBytes() > one.requiredBytes());
    assertEquals(
        100.0 * two.requiredBytes() / two.usableBytes(), two.memoryPercent().doubleValue(), 0.051);
    assertTrue(two.usesAtMost((int) Math.ceil(two.memoryPercent().doubleValue() + 0.1)));
    assertFalse(two.usesAtMost((int) Math.floor(two.memoryPercent().doubleValue() - 0.1)));
    long usable =
        (long) (cards(1, "L4").worstCard().reportedBytes() * workload.runtime().usableFraction());
    assertEquals(usable, one.usableBytes(), usable * 0.03);
  }

  /** Memory enough, and no start: a share that is not free; of too little memory that is not it. */
  @ParameterizedTest
  @CsvSource({"0.92, 8192, false, true", "0.99, 8192, true, false", "0.92, 131072, false, false"})
  void whatFailsToStart(double share, int context, boolean fails, boolean fits) {
    Workload workload =
        Workloads.on("vllm", "llama-3.1-8b", new Tokens(context, 1024, 1))
            .with(RuntimeSettings.DEFAULT.withUtilization(share));
    Fitting fitting = fitting(workload, "bf16", cards(1, "L4"));

    assertEquals(fails, fitting.failsToStart());
    assertEquals(fits, fitting.fit() != Fit.NO);
    Workload fp8 = Workloads.on("vllm", "llama-3.1-8b", new Tokens(1024, 128, 1));
    assertFalse(fitting(fp8, "fp8", cards(1, "V100_PCIE_32")).failsToStart());
  }
}
