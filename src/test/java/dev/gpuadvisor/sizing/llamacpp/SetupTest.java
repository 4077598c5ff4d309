package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.LatentCache;
import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory.Placement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What llama.cpp is started with, and where its buffers come to lie. */
class SetupTest {

  private static final double MIB = 1L << 20;

  private static Static profile(String runtime) {
    return (Static) Workloads.CATALOG.runtimes().find(runtime).orElseThrow().memory();
  }

  private static Setup setup(String model, KvCacheType type, long tokens, int slots, int step) {
    return setup("llama.cpp", model, type, tokens, slots, step);
  }

  private static Setup setup(
      String runtime, String model, KvCacheType type, long tokens, int slots, int step) {
    return new Setup(
        Workloads.model(model),
        profile(runtime),
        type,
        tokens,
        slots,
        step,
        Optional.empty(),
        LlamaCppSettings.DEFAULT);
  }

  private static Setup llama(long tokens) {
    return setup("llama-3.1-8b", KvCacheType.BF16, tokens, 1, 512);
  }

  @ParameterizedTest
  @CsvSource({"1, 256", "255, 256", "256, 256", "257, 512", "8192, 8192", "8193, 8448"})
  void cachesAreRoundedUp(long tokens, long rounded) {
    assertEquals(rounded, llama(tokens).tokens());
  }

  /** Llama 3.1 8B: 32 layers of 8 heads of 128, keys and values; blocks of 32 carry a scale. */
  @ParameterizedTest
  @CsvSource({
    "BF16, 1024.00, false",
    "Q8_0, 544.00, true",
    "Q5_1, 384.00, true",
    "Q5_0, 352.00, true",
    "Q4_1, 320.00, true",
    "Q4_0, 288.00, true",
  })
  void aCacheOf8192Tokens(KvCacheType type, double mib, boolean quantized) {
    Setup setup = setup("llama-3.1-8b", type, 8192, 1, 512);

    assertEquals(mib, setup.cacheBytes() / MIB, 0.005);
    assertEquals(quantized, setup.hasQuantizedKeys());
  }

  /** The window of 1024 tokens of each slot, and a step, rounded up; all where builds keep all. */
  @ParameterizedTest
  @CsvSource({
    "llama.cpp, 32768, 1, 512, 1536",
    "llama.cpp, 32768, 4, 512, 4608",
    "llama.cpp, 32768, 1, 2048, 3072",
    "llama.cpp, 32768, 1, 513, 1792",
    "llama.cpp, 1024, 1, 512, 1024",
    "llama.cpp-b5130, 32768, 1, 512, 32768",
  })
  void layersWithAWindowKeepIt(String runtime, long tokens, int slots, int step, long cells) {
    Setup setup = setup(runtime, "gemma-3-27b", KvCacheType.BF16, tokens, slots, step);
    AttentionLayers sliding =
        setup.model().shape().attentionLayers().stream()
            .filter(group -> group.window() > 0)
            .findFirst()
            .orElseThrow();

    assertEquals(cells, setup.seen(sliding));
    assertEquals(cells, setup.cells(sliding));
  }

  /**
   * DeepSeek V3 keeps a vector of 512 and 64 in each of 61 layers; DeepSeek V2 is older than that,
   * and its files keep keys of 192 and values of 128 for each of 16 heads in 27 layers.
   */
  @Test
  void latentCaches() {
    Setup compressed = setup("deepseek-v3", KvCacheType.BF16, 1024, 1, 512);
    Setup expanded = setup("deepseek-v2-lite-chat", KvCacheType.BF16, 1024, 1, 512);

    Setup withValues = setup("llama.cpp-b6325", "deepseek-v3", KvCacheType.BF16, 1024, 1, 512);

    assertEquals(LatentCache.WITH_VALUES, withValues.latentCache());
    assertEquals(61L * 1024 * (576 + 512) * 2, withValues.cacheBytes());
    assertEquals(LatentCache.COMPRESSED, compressed.latentCache());
    assertEquals(61L * 1024 * 576 * 2, compressed.cacheBytes());
    assertEquals(LatentCache.EXPANDED, expanded.latentCache());
    assertEquals(27L * 1024 * 16 * (192 + 128) * 2, expanded.cacheBytes());
  }

  /**
   * DeepSeek V4 Flash: vectors of 512 in 16 bit; 43 layers keep a window of 128 tokens, which with
   * a step of 512 are 768; 21 keep one for four tokens and 20 one for 128.
   */
  @Test
  void compressedTokensShareAnEntry() {
    Setup setup = setup("deepseek-v4-flash", KvCacheType.BF16, 16_384, 1, 512);
    long entries = 43 * 768 + 21 * (16_384 / 4) + 20 * (16_384 / 128);

    assertEquals(entries * 512 * 2, setup.cacheBytes());
  }

  /** Kernels cannot do with keys and values of two widths, nor without where values are packed. */
  @ParameterizedTest
  @CsvSource({
    "llama.cpp, llama-3.1-8b, BF16, true",
    "llama.cpp-b5427, llama-3.1-8b, BF16, false",
    "llama.cpp-b5427, llama-3.1-8b, Q8_0, true",
    "llama.cpp, deepseek-v3, BF16, true",
    "llama.cpp, deepseek-v2-lite-chat, BF16, false",
    "llama.cpp, deepseek-v2-lite-chat, Q8_0, true",
  })
  void flashAttention(String runtime, String model, KvCacheType type, boolean on) {
    assertEquals(on, setup(runtime, model, type, 1024, 1, 512).flashAttention());
  }

  /** Qwen3-Next: 301.50 MiB with four slots, by its log. */
  @Test
  void statesOfEachSlotAndEachDraftedToken() {
    Setup four = setup("qwen3-next-80b-a3b-instruct", KvCacheType.BF16, 32_768, 4, 512);
    Setup one = setup("qwen3-next-80b-a3b-instruct", KvCacheType.BF16, 32_768, 1, 512);
    Setup drafting =
        new Setup(
            one.model(),
            one.profile(),
            KvCacheType.BF16,
            32_768,
            1,
            512,
            Optional.of(new Speculation(Optional.empty(), 3)),
            LlamaCppSettings.DEFAULT);

    assertEquals(301.50, four.stateBytes() / MIB, 0.005);
    assertEquals(four.stateBytes(), 4 * one.stateBytes());
    assertEquals(four.stateBytes(), drafting.stateBytes());
    assertEquals(0, llama(1024).stateBytes());
  }

  /** A draft of Llama 3.2 1B: 16 layers of 8 heads of 64, and a buffer as if it were alone. */
  @Test
  void whatDraftsHasACacheAndABufferOfItsOwn() {
    Setup plain = llama(8192);
    Model small = Workloads.model("llama-3.2-1b");
    Setup drafting =
        new Setup(
            plain.model(),
            plain.profile(),
            KvCacheType.Q8_0,
            8192,
            1,
            512,
            Optional.of(new Speculation(Optional.of(small), 4)),
            LlamaCppSettings.DEFAULT);

    assertEquals(16L * 8192 * 2 * 8 * 64 * 2, drafting.draftCacheBytes());
    Setup alone = setup("llama-3.2-1b", KvCacheType.BF16, 8192, 1, 512);
    assertEquals(new ComputeBuffer(alone, true).bytes(), drafting.draftComputeBytes());
    assertEquals(0, plain.draftCacheBytes());
    assertEquals(0, plain.draftComputeBytes());
    Quantization format = Workloads.format("q4_k_m");
    Placement whole = new Placement(99, 1, 0);
    LlamaCppMemory with = LlamaCppMemory.of(drafting, format, whole);
    assertEquals(
        LlamaCppMemory.of(plain, format, whole).modelGpu()
            + drafting.speculation().orElseThrow().weightBytes(plain.model(), format),
        with.modelGpu());
    assertEquals(drafting.cacheBytes() + drafting.draftCacheBytes(), with.kv());
  }
}
