package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.GgufMix;
import dev.gpuadvisor.catalog.GgufMix.Choice;
import dev.gpuadvisor.catalog.GgufMix.Tensor;
import dev.gpuadvisor.catalog.GgufMix.Where;
import dev.gpuadvisor.catalog.GgufType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Workloads;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which bits the weights of a GGUF file have, whatever the kind of their layers. */
class GgufTensorsTest {

  private static final GgufMix PLAIN = mix(Map.of());

  private static GgufMix mix(Map<Tensor, List<Choice>> rules) {
    return new GgufMix(GgufType.F16, GgufType.F16, GgufType.F16, rules);
  }

  private static GgufMix twice(Tensor tensor, Where where) {
    return mix(Map.of(tensor, List.of(new Choice(GgufType.F32, where))));
  }

  static List<Model> models() {
    return Workloads.CATALOG.models().all();
  }

  private static long weights(Model model) {
    long tables = model.tiedEmbeddings() ? 1 : 2;
    return model.linearParameters()
        + tables * model.embeddingTableParameters()
        + model.totals().lookup();
  }

  /** No weight has less than the type's bits; norms, biases and routers, which are few, have 32. */
  @ParameterizedTest
  @MethodSource("models")
  void allWeightsHaveTheBitsOfTheOneType(Model model) {
    double least = weights(model) * 2.0;
    long total = GgufWeights.of(model, PLAIN).total();

    assertTrue(total >= Math.floor(least), model.id() + ": " + total + " of " + least);
    assertTrue(total <= least * 1.016 + 1, model.id() + ": " + total + " of " + least);
  }

  /** Weights that a rule for a kind of tensor reaches, counted by hand from config.json. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, QUERY, 536870912", // 32 x 4096 x 4096
    "llama-3.1-8b, KEY, 134217728", // 32 x 4096 x 1024
    "llama-3.1-8b, VALUE, 134217728",
    "llama-3.1-8b, OUTPUT, 536870912",
    "llama-3.1-8b, GATE, 1879048192", // 32 x 4096 x 14336
    "llama-3.1-8b, UP, 1879048192",
    "llama-3.1-8b, DOWN, 1879048192",
    "llama-3.1-8b, EXPERT_DOWN, 0",
    "llama-3.1-8b, OTHER, 0",
    "qwen3-30b-a3b, EXPERT_GATE, 9663676416", // 48 x 128 x 768 x 2048
    "qwen3-30b-a3b, EXPERT_UP, 9663676416",
    "qwen3-30b-a3b, EXPERT_DOWN, 9663676416",
    "qwen3-30b-a3b, DOWN, 9663676416", // a rule for all counts for experts too
    "qwen3-30b-a3b, OUTPUT, 402653184", // 48 x 4096 x 2048
    "qwen3-next-80b-a3b-instruct, QUERY, 201326592", // 12 x 2 x 4096 x 2048, the gate with it
    "qwen3-next-80b-a3b-instruct, OUTPUT, 100663296", // 12 x 4096 x 2048
    "qwen3-next-80b-a3b-instruct, RECURRENT_INPUT, 603979776", // 36 x 8192 x 2048
    "qwen3-next-80b-a3b-instruct, OTHER, 608698368", // 36 x (4160 in, 4096 out) x 2048
    "qwen3-next-80b-a3b-instruct, EXPERT_UP, 25769803776", // 48 x 512 x 512 x 2048
    "deepseek-v3, QUERY, 0",
    "deepseek-v3, KEY, 0",
    "deepseek-v3, VALUE, 0",
    "deepseek-v3, OUTPUT, 7163871232", // 61 x 16384 x 7168
    "deepseek-v3, OTHER, 3226140672", // 61 x (7168 x (1536 + 576) + 1536 x 24576)
    "deepseek-v3, EXPERT_GATE, 217969590272", // 58 x 256 x 2048 x 7168
    "deepseek-v3, GATE, 219217395712", // and 3 x 18432 x 7168, 58 x 2048 x 7168
  })
  void aRuleReachesTheTensorsThatItNames(String name, Tensor tensor, long weights) {
    Model model = Workloads.model(name);
    long more = GgufWeights.of(model, twice(tensor, Where.EVERYWHERE)).total();

    assertEquals(weights, (more - GgufWeights.of(model, PLAIN).total()) / 2.0, 1);
  }

  /** Half of the routed experts are half of their weights, and all of the rest. */
  @Test
  void aShareOfTheExperts() {
    Model model = Workloads.model("qwen3-30b-a3b");
    long experts = 3 * 9_663_676_416L;
    long whole = GgufWeights.of(model, PLAIN, 1).total();

    assertEquals(experts, whole - GgufWeights.of(model, PLAIN, 0.5).total(), 2);
    assertEquals(whole, GgufWeights.of(model, PLAIN).total());
  }

  /** Queries that share a key: 32 to 8, 32 to 32, 32 to 16; experts: 8, 128, none. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, GQA_4, true",
    "llama-2-7b-chat-hf, GQA_4, false",
    "gemma-3-27b, GQA_4, false",
    "deepseek-v3, GQA_4, false",
    "mixtral-8x7b, EIGHT_EXPERTS, true",
    "qwen3-30b-a3b, EIGHT_EXPERTS, false",
    "qwen3-30b-a3b, EXPERTS_4, true",
    "llama-3.1-8b, EXPERTS_4, false",
    "llama-3.3-70b, LAYERS_80, true",
    "llama-3.1-8b, LAYERS_80, false",
  })
  void aRuleHoldsForModelsOfItsKind(String name, Where where, boolean holds) {
    Model model = Workloads.model(name);
    long more = GgufWeights.of(model, twice(Tensor.OUTPUT, where)).total();

    assertEquals(holds, more > GgufWeights.of(model, PLAIN).total());
  }

  /**
   * DeepSeek V3 in Q4_K alone: keys come from the latent vector in rows of 128, which are no whole
   * blocks of 256, and have 5.5 bits; values in rows of 512.
   */
  @Test
  void shortRowsOfLatentKeysHaveMoreBits() {
    Model model = Workloads.model("deepseek-v3");
    GgufMix mix = new GgufMix(GgufType.Q4_K, GgufType.Q4_K, GgufType.Q4_K, Map.of());
    long keys = 61L * 128 * 128 * 512;
    double weights = weights(model);
    double small = GgufWeights.of(model, PLAIN).total() / 2.0 - weights;
    double bits = weights * 4.5 + keys + small * (32 - 4.5);

    assertEquals(bits / 8, GgufWeights.of(model, mix).total(), 8);
  }

  /** Who looked at a file knows what its layers take: the rest is tables. */
  @Test
  void aFileThatWasLookedAtCounts() {
    Quantization format = Workloads.format("q4_k_m");
    Model model = Workloads.model("llama-3.1-8b");
    GgufWeights usual = GgufWeights.of(model, format);
    GgufWeights seen = GgufWeights.of(looked(model, 5_000_000_000L), format);
    GgufWeights broken = GgufWeights.of(looked(model, 1000), format);

    assertEquals(5_000_000_000L, seen.total());
    assertEquals(usual.head(), seen.head());
    assertEquals(usual.embeddings(), seen.embeddings());
    assertEquals(0, broken.layers());
  }

  private static Model looked(Model model, long bytes) {
    return Workloads.publishing(model, List.of(new PublishedFormat("q4_k_m", 0, bytes)));
  }
}
