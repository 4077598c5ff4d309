package dev.gpuadvisor.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory;
import dev.gpuadvisor.sizing.memory.VllmFitting;
import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What drafts tokens ahead takes memory, as logs of servers that do so say. */
class SpeculationTest {

  private static final double MIB = 1 << 20;
  private static final double GIB = 1 << 30;

  private static Workload drafting(String runtime, String model, int context, int tokens) {
    Workload plain = Workloads.on(runtime, model, new Tokens(context, 1024, 1));
    Optional<Speculation> drafting =
        tokens == 0 ? Optional.empty() : Optional.of(new Speculation(Optional.empty(), tokens));
    return plain.with(plain.settings().withSpeculation(drafting));
  }

  private static VllmMemory vllm(Workload workload, String format, String card) {
    Quantization stored = Workloads.format(format);
    Card on = Workloads.cards(1, card).worstCard();
    return VllmFitting.of(workload, stored, workload.estimate(stored), on, 1).memory();
  }

  private static LlamaCppMemory llamaCpp(Workload workload, int slots) {
    RuntimeSettings settings = workload.settings().withSequences(slots);
    return LlamaCpp.memory(workload.with(settings), Workloads.format("q4_k_m"), 1).orElseThrow();
  }

  /**
   * malaiwah/qwen38-27b-exl3: 34,816 bytes of a token in FP8, with 16 layers and one that drafts.
   */
  @Test
  void aLayerThatDraftsKeepsTokensInVllm() {
    Workload plain = drafting("vllm", "qwen3.8-27b", 262_144, 0).with(KvCacheType.FP8);
    Workload drafting = drafting("vllm", "qwen3.8-27b", 262_144, 3).with(KvCacheType.FP8);
    assertEquals(32_768, vllm(plain, "fp8", "H100_SXM").bytesPerToken());
    VllmMemory memory = vllm(drafting, "fp8", "H100_SXM");
    assertEquals(34_816, memory.bytesPerToken());
    // One full sequence: its tokens, and 0.63 GiB of state.
    double one = memory.cache() / memory.maxConcurrency() / GIB;
    assertEquals(262_144 * 34_816.0 / GIB + 0.63, one, 0.25);
  }

  /** Of 13.5 billion weights 1.9 are the tables once more, which are shared. */
  @Test
  void tablesThatArePublishedAgainAreShared() {
    Workload plain = drafting("vllm", "deepseek-r1", 8192, 0);
    Workload drafting = drafting("vllm", "deepseek-r1", 8192, 1);
    double more = drafting.draftBytes(Workloads.format("fp8")) / 1e9;
    assertEquals(0, plain.draftBytes(Workloads.format("fp8")));
    assertEquals(11.6, more, 0.2);
  }

  /** Logs of Qwen's 27B: state 448.88 MiB with one slot and two drafts. */
  @ParameterizedTest
  @CsvSource({"1, 0, 149.625", "1, 2, 448.875", "1, 3, 598.5", "4, 0, 598.5", "4, 2, 1795.5"})
  void eachDraftedTokenHasAStateInLlamaCpp(int slots, int tokens, double mib) {
    Workload workload = drafting("llama.cpp", "qwen3.6-27b", 32_768, tokens);
    assertEquals(mib, llamaCpp(workload, slots).recurrent() / MIB, 0.01);
  }

  /**
   * What drafts has a context of its own. Logs of Qwen's models: 128 MiB of cache and 130.02 of
   * compute buffer in 2026-07, 495.00 in 2026-05, when all tokens of a step had logits; of the 4B
   * 682.02 MiB in all.
   */
  @ParameterizedTest
  @CsvSource({
    "llama.cpp, qwen3.6-27b, 32768, BF16, 258.02",
    "llama.cpp-b7830, qwen3.6-27b, 131072, BF16, 1007.00",
    "llama.cpp, qwen3.5-4b, 131072, Q8_0, 682.02"
  })
  void whatDraftsHasAContextOfItsOwnInLlamaCpp(
      String runtime, String model, int context, KvCacheType type, double mib) {
    LlamaCppMemory plain = llamaCpp(drafting(runtime, model, context, 0).with(type), 1);
    LlamaCppMemory drafting = llamaCpp(drafting(runtime, model, context, 2).with(type), 1);
    long cache = drafting.kv() - plain.kv();
    assertEquals(4096L * context, cache);
    double all = (cache + drafting.compute() - plain.compute()) / MIB;
    assertEquals(mib, all, 40);
  }

  @Test
  void aDraftModelBringsWeightsAndCache() {
    Workload plain = Workloads.on("vllm", "qwen3-32b", new Tokens(32_768, 1024, 1));
    Speculation small = new Speculation(Optional.of(Workloads.model("qwen3-0.6b")), 3);
    Workload drafting = plain.with(plain.settings().withSpeculation(Optional.of(small)));
    VllmMemory before = vllm(plain, "fp8", "H100_SXM");
    VllmMemory after = vllm(drafting, "fp8", "H100_SXM");
    assertEquals(small.draft().orElseThrow().parameters() * 2, after.weights() - before.weights());
    // 28 layers of 8 heads of 128, keys and values in 16 bit.
    assertEquals(28 * 2 * 8 * 128 * 2, after.bytesPerToken() - before.bytesPerToken());
  }

  /**
   * The model's own layers: DeepSeek V3's 13,463,426,304 weights are with both tables of 129,280 x
   * 7168 once more, Qwen3-Next's are a layer and no more.
   */
  @ParameterizedTest
  @CsvSource({
    "deepseek-v3, bf16, 11610068224, 16",
    "deepseek-v3, fp8, 11610068224, 8",
    "qwen3-next-80b-a3b-instruct, bf16, 1650471424, 16",
    "qwen3-next-80b-a3b-instruct, fp8, 1650471424, 8",
    "qwen3-next-80b-a3b-instruct, awq, 1650471424, 16",
    "qwen3-next-80b-a3b-instruct, q8_0, 1650471424, 8.5",
  })
  void weightsOfOwnLayers(String model, String format, long weights, double bits) {
    Speculation own = new Speculation(Optional.empty(), 1);

    assertEquals(
        Math.round(weights * bits / 8),
        own.weightBytes(Workloads.model(model), Workloads.format(format)));
  }

  /** Own layers are launched as one and read the model's head; a draft model is all it has. */
  @Test
  void whatADraftedTokenTakes() {
    Speculation own = new Speculation(Optional.empty(), 2);
    Speculation small = new Speculation(Optional.of(Workloads.model("qwen3-0.6b")), 2);
    Quantization fp8 = Workloads.format("fp8");
    long head = 151_936L * 2048 * 2;

    assertEquals(1, own.launched());
    assertEquals(
        1_650_471_424L + head, own.readBytes(Workloads.model("qwen3-next-80b-a3b-instruct"), fp8));
    assertEquals(28, small.launched());
    assertEquals(
        2 * Workloads.model("qwen3-0.6b").parameters(),
        small.readBytes(Workloads.model("qwen3-32b"), fp8));
  }

  /** Of 1000 tokens: a layer of 2 x 2 x 256, or 28 of 2 x 8 x 128. */
  @Test
  void whatDraftsKeeps() {
    Speculation own = new Speculation(Optional.empty(), 2);
    Speculation small = new Speculation(Optional.of(Workloads.model("qwen3-0.6b")), 2);

    assertEquals(
        1000 * 2 * 2 * 256,
        own.cacheElements(Workloads.model("qwen3-next-80b-a3b-instruct"), 1000));
    assertEquals(1000 * 28 * 2 * 8 * 128, small.cacheElements(Workloads.model("qwen3-32b"), 1000));
  }
}
