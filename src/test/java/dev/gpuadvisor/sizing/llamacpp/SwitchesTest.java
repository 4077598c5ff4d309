package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory.Placement;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What llama.cpp keeps where when it is told to. */
class SwitchesTest {

  private static final double MIB = 1L << 20;
  private static final Placement ALL = new Placement(Integer.MAX_VALUE, 1, 0);
  private static final LlamaCppSettings ON_HOST =
      new LlamaCppSettings(OptionalInt.empty(), 0, true, false, Optional.empty());

  private static Setup setup(
      String build, String model, KvCacheType keys, long tokens, int step, LlamaCppSettings how) {
    Static profile = (Static) Workloads.CATALOG.runtimes().find(build).orElseThrow().memory();
    return new Setup(Workloads.model(model), profile, keys, tokens, 1, step, Optional.empty(), how);
  }

  private static Setup setup(String model, long tokens, LlamaCppSettings how) {
    return setup("llama.cpp", model, KvCacheType.BF16, tokens, 512, how);
  }

  private static LlamaCppSettings experts(int layers) {
    return new LlamaCppSettings(OptionalInt.empty(), layers, false, false, Optional.empty());
  }

  private static LlamaCppMemory memory(Setup setup, String format) {
    return LlamaCppMemory.of(setup, Workloads.format(format), ALL);
  }

  /**
   * Qwen3.6-27B: K (q8_0): 4352.00 MiB, V (q4_0): 2304.00 MiB of 262144 cells (public GitHub file,
   * index id 53245047316). Llama 3.1 8B: 68.00 and 36.00 of 2048 (ikawrakow/ik_llama.cpp#92, whose
   * iq4_nl has the size of q4_0).
   */
  @ParameterizedTest
  @CsvSource({
    "qwen3.6-27b, Q8_0, Q4_0, 262144, 6656.00",
    "qwen3.6-27b, Q8_0, Q8_0, 172032, 5712.00",
    "llama-3.1-8b, Q8_0, Q4_0, 2048, 104.00",
    "llama-3.1-8b, BF16, Q8_0, 8192, 784.00", // 512 and 512 * 17 / 32
    "deepseek-v3, Q8_0, Q4_0, 131072, 4666.50", // one vector, as keys are
  })
  void valuesOfAnotherType(
      String model, KvCacheType keys, KvCacheType values, long tokens, double mib) {
    LlamaCppSettings how =
        new LlamaCppSettings(OptionalInt.empty(), 0, false, false, Optional.of(values));
    Setup setup = setup("llama.cpp", model, keys, tokens, 512, how);

    assertEquals(mib, memory(setup, "q4_k_m").kv() / MIB, 0.005);
    assertEquals(mib, setup.cacheBytes() / MIB, 0.005);
  }

  /** Gemma 4 E4B: 64 MiB and 60, or 160, of 4096 tokens (qualcomm/GenieX pull request 1346). */
  @ParameterizedTest
  @CsvSource({
    "gemma-4-e4b-it, 4096, 1024, 124.00, 224.00",
    "gemma-3-27b, 32768, 512, 3184.00, 15872.00",
    "gpt-oss-20b, 131072, 512, 3090.00, 6144.00",
    "llama-3.1-8b, 8192, 512, 1024.00, 1024.00",
  })
  void windowsInFull(String model, long tokens, int step, double usual, double full) {
    LlamaCppSettings all =
        new LlamaCppSettings(OptionalInt.empty(), 0, false, true, Optional.empty());
    Setup plain =
        setup("llama.cpp", model, KvCacheType.BF16, tokens, step, LlamaCppSettings.DEFAULT);
    Setup whole = setup("llama.cpp", model, KvCacheType.BF16, tokens, step, all);

    assertEquals(usual, memory(plain, "q4_k_m").kv() / MIB, 0.005);
    assertEquals(full, memory(whole, "q4_k_m").kv() / MIB, 0.005);
  }

  /** Of gpt-oss-20b 1242 MiB are left on the GPU, biases of experts being with the experts. */
  @ParameterizedTest
  @CsvSource({"gpt-oss-20b, mxfp4, 24, 1242"})
  void expertsOfAllLayers(String model, String format, int layers, double gpu) {
    LlamaCppMemory memory = memory(setup(model, 8192, experts(layers)), format);

    assertEquals(gpu, memory.modelGpu() / MIB, gpu * 0.005);
  }

  /** The first three layers of GLM-4.5-Air's 46 and DeepSeek V3's 61 have no routed experts. */
  @ParameterizedTest
  @CsvSource({
    "qwen3-30b-a3b, 0, 48",
    "glm-4.5-air, 1, 46",
    "deepseek-v3, 3, 61",
    "llama-3.1-8b, 32, 32"
  })
  void eachLayerHasItsShare(String model, int dense, int layers) {
    long all = memory(setup(model, 8192, experts(0)), "q4_k_m").modelGpu();
    long none = memory(setup(model, 8192, experts(layers)), "q4_k_m").modelGpu();
    for (int n = 0; n <= layers; n++) {
      LlamaCppMemory memory = memory(setup(model, 8192, experts(n)), "q4_k_m");
      double share = dense == layers ? 0 : Math.max(0.0, n - dense) / (layers - dense);
      double stays = all - share * (all - none);

      assertEquals(stays, memory.modelGpu(), 2.0, model + " " + n);
      assertEquals(
          all + memory(setup(model, 8192, experts(0)), "q4_k_m").modelHost(),
          memory.modelGpu() + memory.modelHost(),
          2.0);
    }
    assertEquals(none, memory(setup(model, 8192, experts(512)), "q4_k_m").modelGpu());
  }

  /** A prompt is read with a copy of the largest of their matrices, on the first GPU alone. */
  @ParameterizedTest
  @CsvSource({"qwen3-30b-a3b, fp16, 402653184", "qwen3-30b-a3b, q8_0, 213909504"})
  void oneMatrixOfThemIsCopied(String model, String format, long bytes) {
    long here = memory(setup(model, 512, experts(0)), format).compute();
    long there = memory(setup(model, 512, experts(48)), format).compute();
    long short1 =
        LlamaCppMemory.of(
                setup("llama.cpp", model, KvCacheType.BF16, 512, 16, experts(48)),
                Workloads.format(format),
                ALL)
            .compute();

    assertTrue(there - here > 0.7 * bytes && there - here <= bytes, there + " after " + here);
    assertTrue(short1 < here, "no copy for a step of 16 tokens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama-3.1-8b", "qwen3.6-27b", "gemma-3-27b", "deepseek-v3"})
  void theCacheStaysInTheHost(String model) {
    LlamaCppMemory shorter = memory(setup(model, 8192, ON_HOST), "q4_k_m");
    LlamaCppMemory longer = memory(setup(model, 65_536, ON_HOST), "q4_k_m");

    assertEquals(0, longer.kv());
    assertEquals(0, longer.recurrent());
    long more = longer.compute() - shorter.compute();
    assertTrue(more > 0.8 * ofLayer(model, 65_536 - 8192), "a layer's comes to the GPU: " + more);
    assertEquals(
        memory(setup(model, 8192, LlamaCppSettings.DEFAULT), "q4_k_m").modelGpu(),
        shorter.modelGpu());
  }

  /** Keys and values of so many tokens in one layer that sees all, and its part of the mask. */
  private static long ofLayer(String model, int tokens) {
    Setup setup = setup(model, tokens, ON_HOST);
    long layer =
        setup.model().shape().attentionLayers().stream()
            .mapToLong(setup::bytesOfOneLayer)
            .max()
            .orElseThrow();
    return layer + 2L * tokens * setup.step();
  }

  /**
   * 2 x 1,024 elements of 16 bit for each of 131,072 tokens are 512 MiB, in q8_0 272 and 512 more
   * that a kernel unpacks them to; the mask is 128. Without flash attention the host attends.
   */
  @ParameterizedTest
  @CsvSource({
    "llama.cpp,       BF16, 640",
    "llama.cpp,       Q8_0, 912",
    "llama.cpp-b2459, BF16, 0",
  })
  void aCacheInTheHostIsCopied(String build, KvCacheType type, double mib) {
    double shorter =
        memory(setup(build, "llama-3.1-8b", type, 256, 512, ON_HOST), "q4_k_m").compute() / MIB;
    double longer =
        memory(setup(build, "llama-3.1-8b", type, 131_072, 512, ON_HOST), "q4_k_m").compute() / MIB;

    if (mib == 0) {
      assertEquals(shorter, longer);
    } else {
      assertEquals(mib, longer, 64);
    }
  }

  /** A draft's context is told the same (common_base_params_to_speculative). */
  @Test
  void soDoesThatOfADraft() {
    Setup usual = setup("llama-3.1-8b", 131_072, LlamaCppSettings.DEFAULT);
    Setup host = setup("llama-3.1-8b", 131_072, ON_HOST);
    Speculation small = new Speculation(Optional.of(Workloads.model("llama-3.2-1b")), 4);

    assertTrue(drafting(usual, small).draftCacheBytes() > 0);
    assertEquals(0, drafting(host, small).draftCacheBytes());
    long layer = 131_072L * 2 * 8 * 64 * 2;
    long more =
        drafting(host, small).draftComputeBytes() - drafting(usual, small).draftComputeBytes();
    assertTrue(more > 0 && more <= layer, "of one layer " + more);
  }

  private static Setup drafting(Setup setup, Speculation speculation) {
    return new Setup(
        setup.model(),
        setup.profile(),
        setup.cacheType(),
        setup.tokens(),
        setup.slots(),
        setup.step(),
        Optional.of(speculation),
        setup.switches());
  }

  /** Several GPUs take turns where a part of a layer lies elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"qwen3-30b-a3b", "glm-4.5-air"})
  void inputsAreNotCopied(String model) {
    Quantization format = Workloads.format("q4_k_m");
    Placement two = new Placement(Integer.MAX_VALUE, 2, 0);
    long usual =
        LlamaCppMemory.of(setup(model, 65_536, LlamaCppSettings.DEFAULT), format, two).compute();
    long parted = LlamaCppMemory.of(setup(model, 65_536, ON_HOST), format, two).compute();

    long masks = 4L * 65_536 * 512 * 2;
    assertTrue(usual + ofLayer(model, 65_536) - parted >= masks, model);
  }
}
