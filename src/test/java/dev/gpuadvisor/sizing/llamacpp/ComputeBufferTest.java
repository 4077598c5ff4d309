package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.sizing.Workloads;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compute buffer of whole models, by their logs and by what it must be made of. */
class ComputeBufferTest {

  private static final double MIB = 1L << 20;

  private static double mib(String runtime, String model, KvCacheType type, long tokens, int step) {
    return mib(runtime, model, type, tokens, step, true);
  }

  private static double mib(
      String runtime, String model, KvCacheType type, long tokens, int step, boolean hasHead) {
    Static profile = (Static) Workloads.CATALOG.runtimes().find(runtime).orElseThrow().memory();
    Setup setup =
        new Setup(
            Workloads.model(model),
            profile,
            type,
            tokens,
            1,
            step,
            Optional.empty(),
            LlamaCppSettings.DEFAULT);
    return new ComputeBuffer(setup, hasHead).bytes() / MIB;
  }

  /** Logs, each named in measured/memory-llama.cpp.csv. */
  @ParameterizedTest
  @CsvSource({
    "llama.cpp, qwen3-coder-30b-a3b-instruct, BF16, 32768, 116.01",
    "llama.cpp, qwen3.5-2b, Q8_0, 262144, 796.00",
    "llama.cpp, qwen3.5-4b, Q8_0, 262144, 1330.00",
    "llama.cpp-b2459, llama-2-7b-chat-hf, BF16, 2048, 164.00",
    "ollama-0.1, llama-3.1-8b, BF16, 8192, 560.00",
  })
  void asLogsSay(String runtime, String model, KvCacheType type, long tokens, double mib) {
    assertEquals(mib, mib(runtime, model, type, tokens, 512), 0.02);
  }

  /**
   * Before and after builds rotate what they quantize: logs of build 8571 (808.02 MiB with two
   * slots) and of build 8946, whose rotation matrices are a quarter of a MiB.
   */
  @ParameterizedTest
  @CsvSource({
    "llama.cpp-b8571, qwen3.5-9b, 262144, 808.02",
    "llama.cpp-b8946, qwen3.6-27b, 200192, 654.78",
  })
  void aCacheThatIsRotated(String runtime, String model, long tokens, double mib) {
    assertEquals(mib, mib(runtime, model, KvCacheType.Q8_0, tokens, 512), 0.3);
  }

  /** What the same build says of layers of these widths, as LayerGraphTest has it. */
  @ParameterizedTest
  @CsvSource({
    "qwen3.6-27b, 512, 512, 122.52",
    "qwen3.6-27b, 8192, 512, 130.02",
    "qwen3.6-27b, 8192, 2048, 520.06",
    "deepseek-v3, 512, 512, 367.51",
    "deepseek-v3, 32768, 512, 399.01",
    "kimi-k2-instruct, 512, 512, 252.51",
    "qwen3-30b-a3b, 512, 512, 84.51",
    "qwen3-30b-a3b, 4096, 2048, 352.04",
    "qwen3-4b, 512, 512, 75.51",
    "qwen3-4b, 8192, 512, 83.01",
    "mixtral-8x7b, 512, 512, 192.51",
    "qwen2.5-7b, 16384, 512, 148.01",
  })
  void layersOfAModelAreThoseOfItsWidths(String model, long tokens, int step, double mib) {
    assertEquals(mib, mib("llama.cpp", model, KvCacheType.BF16, tokens, step, false), 0.07);
  }

  /** With flash attention a mask of 16 bit for each token of the cache and of the step. */
  @ParameterizedTest
  @CsvSource({"llama-3.1-8b", "qwen2.5-14b", "qwen3-30b-a3b", "deepseek-v3"})
  void growsByTheMask(String model) {
    double shorter = mib("llama.cpp", model, KvCacheType.BF16, 65_536, 512);
    double longer = mib("llama.cpp", model, KvCacheType.BF16, 131_072, 512);

    assertEquals(65_536L * 512 * 2 / MIB, longer - shorter, 0.01);
  }

  /** Without it the scores of all heads are kept, in 32 bit. */
  @Test
  void growsByTheScoresWithoutFlashAttention() {
    double shorter = mib("llama.cpp-b5427", "llama-3.1-8b", KvCacheType.BF16, 65_536, 512);
    double longer = mib("llama.cpp-b5427", "llama-3.1-8b", KvCacheType.BF16, 131_072, 512);
    double scores = 32L * 65_536 * 512 * 4 / MIB;
    double mask = 65_536L * 512 * 4 / MIB;

    assertEquals(scores + mask, longer - shorter, 0.01);
  }

  /** Kinds of attention: 16 latent heads of DeepSeek V2 Lite, whose files keep them expanded. */
  @ParameterizedTest
  @CsvSource({"llama.cpp, deepseek-v2-lite-chat, 16", "llama.cpp-b5130, deepseek-v3, 128"})
  void scoresAreThoseOfAllHeads(String runtime, String model, int heads) {
    double shorter = mib(runtime, model, KvCacheType.BF16, 65_536, 512);
    double longer = mib(runtime, model, KvCacheType.BF16, 131_072, 512);
    int mask = runtime.equals("llama.cpp") ? 2 : 4;

    assertEquals(65_536L * 512 * (heads * 4L + mask) / MIB, longer - shorter, 0.01);
  }

  /** A quantized cache is unpacked to 16 bit, one layer at a time, besides the mask. */
  @Test
  void growsByTheUnpackedCache() {
    double shorter = mib("llama.cpp", "llama-3.1-8b", KvCacheType.Q8_0, 65_536, 512);
    double longer = mib("llama.cpp", "llama-3.1-8b", KvCacheType.Q8_0, 131_072, 512);
    double unpacked = 2L * 8 * 128 * 65_536 * 2 / MIB;
    double mask = 65_536L * 512 * 2 / MIB;

    assertEquals(unpacked + mask, longer - shorter, 0.01);
  }

  /** A step of four times the tokens takes four times the memory. */
  @ParameterizedTest
  @CsvSource({"llama-3.1-8b", "qwen3-30b-a3b", "gemma-3-27b", "qwen3-next-80b-a3b-instruct"})
  void growsWithTheStep(String model) {
    double one = mib("llama.cpp", model, KvCacheType.BF16, 32_768, 512);
    double four = mib("llama.cpp", model, KvCacheType.BF16, 32_768, 2048);

    assertEquals(4, four / one, 0.25);
  }

  /** While a layer attends, its input, the queries and the answers of all heads are there. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, 4096, 4096, 4096",
    "deepseek-v3, 7168, 73728, 65536", // 128 heads over 512 and 64
    "deepseek-v2-lite-chat, 2048, 3072, 2048", // 16 heads of 192 and 128
    "deepseek-v4-flash, 4096, 32768, 32768", // 64 heads of 512
    "gemma-3-27b, 5376, 4096, 4096",
    "qwen3-next-80b-a3b-instruct, 2048, 4096, 4096",
  })
  void holdsWhatAttendsAtOnce(String model, long hidden, long query, long answer) {
    double least = (hidden + query + answer) * 512 * 4 / MIB;
    double mib = mib("llama.cpp", model, KvCacheType.BF16, 256, 512, false);

    assertTrue(mib >= least, model + ": " + mib + " of " + least);
  }

  private static double recurrent(String model, int slots, int step) {
    Static profile = (Static) Workloads.CATALOG.runtimes().find("llama.cpp").orElseThrow().memory();
    Setup setup =
        new Setup(
            Workloads.model(model),
            profile,
            KvCacheType.BF16,
            4096,
            slots,
            step,
            Optional.empty(),
            LlamaCppSettings.DEFAULT);
    return new ComputeBuffer(setup, false).bytes() / MIB;
  }

  /**
   * Where many sequences take a short step, each has the state and the columns of the convolution
   * that it begins with, and those that it ends with.
   */
  @ParameterizedTest
  @CsvSource({
    "qwen3-next-80b-a3b-instruct, 524288, 8192",
    "qwen3.6-27b, 786432, 10240",
    "granite-4.0-h-tiny, 393216, 3328",
    "kimi-linear-48b-a3b-instruct, 524288, 12288",
  })
  void eachSequenceHasItsStateTwice(String model, long state, long channels) {
    double more = recurrent(model, 64, 32) - recurrent(model, 32, 32);

    assertEquals(2 * 32 * (state + 3 * channels) * 4 / MIB, more, 0.01);
  }

  /**
   * Of each token of Qwen3-Next meanwhile: the layer's input, plain and normed, that of the
   * convolution and what comes of it, queries and keys of 2048 and an answer of 4096.
   */
  @Test
  void tokensOfARecurrentLayer() {
    double more =
        recurrent("qwen3-next-80b-a3b-instruct", 64, 128)
            - recurrent("qwen3-next-80b-a3b-instruct", 64, 64);

    assertEquals(64 * (2 * 2048 + 2 * 8192 + 2 * 2048 + 4096) * 4 / MIB, more, 0.001);
  }

  /** Layers that draft attend: what drafts for Qwen3-Next keeps no state while it computes. */
  @Test
  void whatDraftsHasNoState() {
    Static profile = (Static) Workloads.CATALOG.runtimes().find("llama.cpp").orElseThrow().memory();
    Setup setup =
        new Setup(
            Workloads.model("qwen3-next-80b-a3b-instruct"),
            profile,
            KvCacheType.BF16,
            4096,
            64,
            32,
            Optional.of(new Speculation(Optional.empty(), 2)),
            LlamaCppSettings.DEFAULT);
    double state = 64 * 524_288L * 4 / MIB;

    assertTrue(new ComputeBuffer(setup, true).bytes() / MIB > 2 * state);
    assertTrue(setup.draftComputeBytes() / MIB < state);
  }

  /** Gated attention, shared experts, latent vectors: no kind of layer takes nothing. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b", "qwen3-30b-a3b", "qwen3-next-80b-a3b-instruct", "gemma-3-27b", "deepseek-v3",
    "deepseek-v2-lite-chat", "gpt-oss-20b", "qwen3.5-4b", "lfm2-2.6b", "glm-4.5-air"
  })
  void holdsTheHiddenStatesOfAStepAndMore(String model) {
    double hidden = Workloads.model(model).hiddenSize() * 512L * 4 / MIB;

    assertTrue(mib("llama.cpp", model, KvCacheType.BF16, 8192, 512) > 3 * hidden, model);
  }
}
