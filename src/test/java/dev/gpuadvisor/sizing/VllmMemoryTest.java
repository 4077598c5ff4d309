package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.cards;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Start-up logs are held against it in {@code VllmRowsTest}; here are its rules. */
class VllmMemoryTest {

  private static final double GIB = 1L << 30;
  private static final long MIB = 1L << 20;
  private static final Tokens TOKENS = new Tokens(8192, 2048, 1);

  private static Workload on(String runtime, String model) {
    return Workloads.on(runtime, model, TOKENS);
  }

  private static Fitting fitting(Workload workload, int gpus, String card) {
    return fitting(workload, workload.model().nativeFormat(), gpus, card);
  }

  private static Fitting fitting(Workload workload, String format, int gpus, String card) {
    MemoryEstimate estimate = MemoryEstimate.of(workload, format(format));
    return Fitting.of(workload, format(format), estimate, cards(gpus, card));
  }

  private static VllmMemory memory(Workload workload, int gpus, String card) {
    return fitting(workload, gpus, card).vllm().orElseThrow().memory();
  }

  @Test
  void thePartsMakeTheBudget() {
    VllmMemory memory = memory(on("vllm", "llama-3.1-8b"), 1, "L4");
    assertEquals((23_034 - 469) * MIB, memory.total());
    assertEquals((long) Math.ceil(memory.total() * 0.92), memory.budget());
    long parts =
        memory.weights()
            + memory.activationPeak()
            + memory.nonTorch()
            + memory.graphs()
            + memory.cache();
    assertEquals(memory.budget(), parts);
  }

  /** Until 0.20 graphs lie beside the budget, and the share is 0.9. */
  @Test
  void earlierReleasesTakeGraphsOnTop() {
    VllmMemory memory = memory(on("vllm-0.16", "llama-3.1-8b"), 1, "L4");
    assertEquals((long) Math.ceil(memory.total() * 0.9), memory.budget());
    long parts = memory.weights() + memory.activationPeak() + memory.nonTorch() + memory.cache();
    assertEquals(memory.budget(), parts);
    assertTrue(memory.driverShows() > memory.budget() + memory.graphs());
  }

  @ParameterizedTest
  @CsvSource({
    // The sampler with 1024 sequences decides on large cards, with 256 elsewhere.
    "vllm-0.11, llama-3.1-8b, H100_SXM, 4.76",
    "vllm-0.11, qwen3-32b, H100_SXM, 5.64",
    "vllm-0.11, gpt-oss-20b, H100_SXM, 7.38",
    "vllm-0.6, llama-3.1-8b, RTX_3090, 1.19",
    "vllm-0.6, qwen2.5-1.5b, RTX_3090, 1.40"
  })
  void theSamplerDecidesForMostModels(String runtime, String model, String card, double gib) {
    assertEquals(gib, memory(on(runtime, model), 1, card).activationPeak() / GIB, 0.05);
  }

  /** V0 takes prompts whole up to 32,768 tokens: more context is less cache, until it is not. */
  @Test
  void theCacheOfV0IsNotMonotonicInTheContext() {
    long at20k = cacheAt(20_000);
    long at29k = cacheAt(29_000);
    long at35k = cacheAt(35_000);
    assertTrue(at29k < at20k && at20k < at35k, at20k + " " + at29k + " " + at35k);
  }

  private static long cacheAt(int context) {
    Workload workload = Workloads.on("vllm-0.6", "llama-3.1-8b", new Tokens(context, 1024, 1));
    return memory(workload, 1, "RTX_3090").cache();
  }

  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, 1, 131072",
    "llama-3.1-8b, 2, 65536",
    // 4 key/value heads: with 8 GPUs each has one
    "qwen2.5-7b, 4, 14336",
    // latent: each GPU has all of it
    "deepseek-v3, 8, 70272"
  })
  void bytesOfATokenAreExact(String model, int gpus, long bytes) {
    assertEquals(bytes, memory(on("vllm", model), gpus, "B200").bytesPerToken());
  }

  @Test
  void anFp8CacheHoldsTwiceAsMuch() {
    Workload workload = on("vllm", "llama-3.1-8b");
    double plain = memory(workload, 1, "L40S").maxConcurrency();
    double small = memory(workload.with(KvCacheType.FP8), 1, "L40S").maxConcurrency();
    assertEquals(2, small / plain, 0.01);
  }

  @ParameterizedTest
  @CsvSource({
    // 40 heads, 8 for keys and values
    "qwen2.5-14b, 2, true",
    "qwen2.5-14b, 8, true",
    "qwen2.5-14b, 3, false",
    "qwen2.5-14b, 5, false",
    "qwen2.5-14b, 16, false",
    // 28 heads, 4 for keys and values
    "qwen2.5-7b, 4, true",
    "qwen2.5-7b, 7, false",
    "qwen2.5-7b, 8, false",
    // 16 heads, 2 for keys and values
    "qwen2.5-3b, 16, true",
    "deepseek-v3, 16, true"
  })
  void headsMustDivide(String model, int gpus, boolean possible) {
    Workload workload = on("vllm", model);
    RuntimeSettings asked = workload.settings().withParallel(Parallel.tensor(gpus));
    Fitting fitting = fitting(workload.with(asked), gpus, "B200");
    assertEquals(possible, fitting.obstacle().isEmpty());
    if (!possible) {
      assertEquals(Fit.NO, fitting.fit());
      Obstacle.CannotSplit split = (Obstacle.CannotSplit) fitting.obstacle().get();
      assertEquals(gpus, split.gpus());
      assertTrue(split.instead().orElseThrow().isPossible(workload.model(), gpus));
    }
  }

  @Test
  void whatDoesNotStartSaysWhatWould() {
    Workload workload = on("vllm-0.11", "gpt-oss-120b");
    VllmMemory memory = memory(workload, 1, "H100_SXM");
    assertFalse(memory.starts());
    assertTrue(memory.cache() < 0);
    List<String> settings =
        memory.toStart().stream().map(remedy -> remedy.setting().name()).toList();
    assertTrue(
        settings.containsAll(List.of("gpu_memory_utilization", "max_num_seqs")),
        settings.toString());
    for (VllmMemory.Remedy remedy : memory.toStart()) {
      assertTrue(remedy.cache() > 0, remedy.toString());
    }
  }

  /** Of an L4 a hundredth or two are never free: who asks for them is told what would start. */
  @ParameterizedTest
  @CsvSource({"0.98", "0.99", "1"})
  void aShareThatIsNotFreeIsTooLarge(double share) {
    Workload asked =
        on("vllm", "llama-3.1-8b").with(RuntimeSettings.DEFAULT.withUtilization(share));
    VllmMemory memory = memory(asked, 1, "L4");
    VllmMemory.Remedy remedy = memory.toStart().get(0);

    assertFalse(memory.starts());
    assertEquals("gpu_memory_utilization", remedy.setting().name());
    assertEquals("0.97", remedy.setting().value());
    Workload told =
        asked.with(
            RuntimeSettings.DEFAULT.withUtilization(Double.parseDouble(remedy.setting().value())));
    assertTrue(memory(told, 1, "L4").starts());
  }

  /** Where nobody names a share, it is raised before a set-up is refused: tight, and said. */
  @Test
  void theShareIsRaisedWhereTheDefaultWouldNotDo() {
    Fitting free = fitting(on("vllm", "llama-3-70b"), "awq", 1, "A40");
    assertEquals(Fit.TIGHT, free.fit());
    assertTrue(free.vllm().orElseThrow().isShareRaised());
    Workload fixed = on("vllm", "llama-3-70b").with(RuntimeSettings.DEFAULT.withUtilization(0.92));
    assertEquals(Fit.NO, fitting(fixed, "awq", 1, "A40").fit());
  }

  @ParameterizedTest
  @CsvSource({
    "tp4, tp4, 4",
    "TP 4, tp4, 4",
    "pp2, pp2, 2",
    "tp8pp2, tp8pp2, 16",
    "dp8, dp8, 8",
    "ep8, tp8ep8, 8",
    "auto, auto, 0",
    "tp1, tp1, 1"
  })
  void parallelismIsReadAsPeopleWriteIt(String written, String meant, int gpus) {
    Parallel parallel = Parallel.parse(written).orElseThrow();
    assertEquals(meant, parallel.toString());
    assertEquals(gpus, parallel.gpus());
  }

  @ParameterizedTest
  @CsvSource({"tp", "4", "tp32", "xx4", "tp4tp2", "tp4ep3", "''"})
  void otherwiseItIsRefused(String written) {
    assertTrue(Parallel.parse(written).isEmpty(), written);
  }

  @Test
  void copiesOfTheAttentionHaveCachesOfTheirOwn() {
    Workload workload = on("vllm", "deepseek-v3");
    Workload copies =
        workload.with(RuntimeSettings.DEFAULT.withParallel(new Parallel(1, 1, 8, true)));
    double shared = memory(workload, 8, "B200").maxConcurrency();
    double separate = memory(copies, 8, "B200").maxConcurrency();
    assertTrue(separate > 4 * shared, separate + " against " + shared);
  }
}
