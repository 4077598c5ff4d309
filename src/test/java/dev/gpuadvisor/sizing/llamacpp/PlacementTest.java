package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory.Placement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the buffers of llama.cpp come to lie: on which GPUs, and what in the host's memory. */
class PlacementTest {

  private static final double MIB = 1L << 20;

  private static Setup setup(String model, KvCacheType type, long tokens, int slots, int step) {
    return setup("llama.cpp", model, type, tokens, slots, step);
  }

  private static Setup setup(
      String runtime, String model, KvCacheType type, long tokens, int slots, int step) {
    Static profile = (Static) Workloads.CATALOG.runtimes().find(runtime).orElseThrow().memory();
    return new Setup(
        Workloads.model(model),
        profile,
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

  /** DeepSeek V3.2 keeps 132 bytes of each token in each of 61 layers to find what matters. */
  @Test
  void theIndexOfSparseAttentionLiesInTheCache() {
    Setup setup = setup("deepseek-v3.2", KvCacheType.BF16, 16_384, 1, 512);
    Placement whole = new Placement(99, 1, 0);
    LlamaCppMemory memory = LlamaCppMemory.of(setup, Workloads.format("q4_k_m"), whole);

    assertEquals(setup.cacheBytes() + 61L * 132 * 16_384, memory.kv());
  }

  /** The log of Llama 3 8B: 4403.49 MiB of 33 layers on the GPU, 281.81 of the table beside it. */
  @ParameterizedTest
  @CsvSource({"0", "1", "16", "31", "32", "33", "99"})
  void layersLieHereOrThere(int layers) {
    Setup setup = llama(8192);
    LlamaCppMemory memory =
        LlamaCppMemory.of(setup, Workloads.format("q4_k_m"), new Placement(layers, 1, 461 << 20));

    assertEquals(4403.49 + 281.81, (memory.modelGpu() + memory.modelHost()) / MIB, 0.02);
    assertEquals(Math.min(layers, 33), memory.gpuLayers());
    assertEquals(33, memory.layers());
    assertEquals(1024.0 * Math.max(0, Math.min(layers, 33) - 1) / 32, memory.kv() / MIB, 0.01);
    assertTrue(memory.compute() > 0);
    assertEquals(layers == 0, memory.modelGpu() == 0);
    assertEquals(
        memory.modelGpu() + memory.kv() + memory.recurrent() + memory.compute() + (461L << 20),
        memory.total());
  }

  @Test
  void theStateOfRecurrentLayersIsShownToo() {
    Setup setup = setup("qwen3-next-80b-a3b-instruct", KvCacheType.BF16, 8192, 4, 512);
    LlamaCppMemory memory =
        LlamaCppMemory.of(setup, Workloads.format("q4_k_m"), new Placement(99, 1, 1 << 20));

    assertEquals(301.50, memory.recurrent() / MIB, 0.005);
    assertEquals(
        memory.modelGpu() + memory.kv() + memory.compute() + memory.recurrent() + (1 << 20),
        memory.total());
  }

  /**
   * A head in the host's memory is copied for all tokens of a step: logs of Qwen3-32B with 29 of 65
   * layers (916.08 MiB) and of Qwen2.5-3B with none (548.18 MiB).
   */
  @ParameterizedTest
  @CsvSource({
    "llama.cpp-b7342, qwen3-32b, 8192, 29, 916.08",
    "llama.cpp-b7830, qwen2.5-3b, 512, 0, 548.18"
  })
  void theHeadIsCopied(String build, String model, long tokens, int layers, double mib) {
    Static profile = (Static) Workloads.CATALOG.runtimes().find(build).orElseThrow().memory();
    Setup setup =
        new Setup(
            Workloads.model(model),
            profile,
            KvCacheType.Q8_0,
            tokens,
            1,
            512,
            Optional.empty(),
            LlamaCppSettings.DEFAULT);
    Placement placement = new Placement(layers, 1, 0);
    LlamaCppMemory memory = LlamaCppMemory.of(setup, Workloads.format("q4_k_m"), placement);

    assertEquals(mib, memory.compute() / MIB, 4.1);
  }

  /** With one layer on a GPU that is the head, but for older builds, where it comes last. */
  @Test
  void theHeadIsALayer() {
    Quantization format = Workloads.format("fp16");
    long head = 128_256L * 4096 * 2;
    LlamaCppMemory first = LlamaCppMemory.of(llama(8192), format, new Placement(1, 1, 0));
    Setup older = setup("llama.cpp-b7342", "llama-3.1-8b", KvCacheType.BF16, 8192, 1, 512);
    LlamaCppMemory whole = LlamaCppMemory.of(older, format, new Placement(33, 1, 0));
    LlamaCppMemory without = LlamaCppMemory.of(older, format, new Placement(32, 1, 0));

    assertEquals(head, first.modelGpu());
    assertEquals(head, whole.modelGpu() - without.modelGpu());
    assertEquals(head, without.modelHost() - whole.modelHost());
    assertEquals(whole.kv(), without.kv());
  }

  /** A model of one table has it in both places once its head is on the GPU. */
  @Test
  void oneTableLiesTwice() {
    Setup setup = setup("qwen2.5-3b", KvCacheType.BF16, 8192, 1, 512);
    Quantization format = Workloads.format("fp16");
    long table = 151_936L * 2048 * 2;

    assertEquals(table, LlamaCppMemory.of(setup, format, new Placement(37, 1, 0)).modelHost());
    LlamaCppMemory without = LlamaCppMemory.of(setup, format, new Placement(0, 1, 0));
    assertEquals(without.modelHost(), GgufWeights.of(setup.model(), format).total());
  }

  /**
   * 32 layers and the head on three GPUs are 11 each, and ten beside the head, which is more; each
   * has its inputs four times.
   */
  @Test
  void severalGpusShareLayers() {
    Quantization format = Workloads.format("fp16");
    LlamaCppMemory one = LlamaCppMemory.of(llama(8192), format, new Placement(33, 1, 0));
    LlamaCppMemory three = LlamaCppMemory.of(llama(8192), format, new Placement(33, 3, 0));

    assertEquals(320.00, three.kv() / MIB, 0.01);
    assertEquals(3L * 8192 * 512 * 2, three.compute() - one.compute());
    long head = 128_256L * 4096 * 2;
    assertEquals((one.modelGpu() - head) * 10 / 32.0, three.modelGpu() - head, 1);
  }

  /**
   * The log of Llama 3.1 70B in Q4_0 on two backends: 41 layers, 656 MiB of cache, on the first; 39
   * and the head on the other.
   */
  @Test
  void theFirstOfTwoGpusHasOneLayerMore() {
    Setup setup = setup("llama.cpp-b5427", "llama-3.1-70b", KvCacheType.BF16, 4096, 1, 512);
    Placement two = new Placement(99, 2, 0);
    LlamaCppMemory memory = LlamaCppMemory.of(setup, Workloads.format("q4_0"), two);

    assertEquals(18_821.56, memory.modelGpu() / MIB, 18_821.56 * 0.005);
    assertEquals(656.00, memory.kv() / MIB, 0.01);
    assertEquals(563.62, memory.modelHost() / MIB, 0.01);
  }

  /**
   * The log of Qwen3.6 27B with 26 of 65 layers: seven of 16 that attend are among the last 25, and
   * 18 of 48 that have a state. Of DeepSeek V3 the last five are mixtures of experts.
   */
  @Test
  void theLastLayersLieOnTheGpu() {
    Setup hybrid = setup("llama.cpp-b7830", "qwen3.6-27b", KvCacheType.BF16, 131_072, 1, 1024);
    Placement placement = new Placement(26, 1, 0);
    LlamaCppMemory memory = LlamaCppMemory.of(hybrid, Workloads.format("q4_k_s"), placement);
    Setup experts = setup("llama.cpp-b4500", "deepseek-v3", KvCacheType.BF16, 4096, 1, 512);
    Placement five = new Placement(5, 1, 0);
    LlamaCppMemory last = LlamaCppMemory.of(experts, Workloads.format("q3_k_m"), five);

    assertEquals(3584.00, memory.kv() / MIB, 0.01);
    assertEquals(56.11, memory.recurrent() / MIB, 0.01);
    assertEquals(6096.65, memory.modelGpu() / MIB, 6096.65 * 0.03);
    assertEquals(26_072.59, last.modelGpu() / MIB, 26_072.59 * 0.015);
  }

  /**
   * Keys and values of a layer in the host come to the GPU while a prompt is read, and the mask.
   */
  @Test
  void aLayerInTheHostAttendsOnTheGpu() {
    Quantization format = Workloads.format("q4_k_m");
    Setup setup = setup("llama-3.1-8b", KvCacheType.BF16, 131_072, 1, 512);
    double some = LlamaCppMemory.of(setup, format, new Placement(20, 1, 0)).compute() / MIB;
    double whole = LlamaCppMemory.of(setup, format, new Placement(99, 1, 0)).compute() / MIB;

    assertTrue(whole < 300, "whole " + whole);
    assertTrue(some >= 512 + 128 && some <= 512 + 128 + 64, "some " + some);
    Setup few = setup("llama-3.1-8b", KvCacheType.BF16, 131_072, 1, 16);
    assertTrue(LlamaCppMemory.of(few, format, new Placement(20, 1, 0)).compute() / MIB < 512);
  }

  /** Matrices of layers in the host's memory are copied one at a time; experts are one matrix. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, fp16, 117440512", // 14336 x 4096
    "qwen3-30b-a3b, fp16, 402653184", // 128 experts of 768 x 2048
    "llama-3.1-8b, q8_0, 62390272", // 34 bytes for 32 weights
  })
  void theLargestMatrixIsCopied(String model, String name, long bytes) {
    Setup setup = setup(model, KvCacheType.BF16, 8192, 1, 512);
    Quantization format = Workloads.format(name);

    long with = LlamaCppMemory.of(setup, format, new Placement(1, 1, 0)).compute();
    long whole = new ComputeBuffer(setup, true).bytes();
    assertEquals(bytes, with - whole);
    assertEquals(whole, LlamaCppMemory.of(setup, format, new Placement(99, 1, 0)).compute());
  }
}
