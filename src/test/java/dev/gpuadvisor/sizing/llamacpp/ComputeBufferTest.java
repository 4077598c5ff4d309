package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.sizing.Workloads;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compute buffer of whole models, by their logs and by what it must be made of. */
class ComputeBufferTest {

  private static final double MIB = 1L << 20;

  private static double mib(String runtime, String model, KvCacheType type, long tokens, int step) {
    Static profile = (Static) Workloads.CATALOG.runtimes().find(runtime).orElseThrow().memory();
    Setup setup =
        new Setup(Workloads.model(model), profile, type, tokens, 1, step, Optional.empty());
    return new ComputeBuffer(setup, true).bytes() / MIB;
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
