package dev.gpuadvisor.catalog;

import java.util.Map;

/**
 * Parameters of a model from its shape: the matrices follow from the fields of {@link Model}, norms
 * and biases from what is known of each family. A second opinion on {@code models.json}, so written
 * here and not in the program.
 */
final class ShapeRules {

  /**
   * What a family has besides plain matrices, RMS norms before attention and feed-forward, and a
   * last norm.
   *
   * @param normsPerLayer vectors of the hidden size in each layer
   * @param vectorsOfLastNorm 2 where the last norm has a bias
   * @param feedForwardMatrices 3 with a gate, 2 without
   */
  private record Family(
      int normsPerLayer, int vectorsOfLastNorm, int feedForwardMatrices, Extra extra) {
    static Family of(Extra extra) {
      return new Family(2, 1, 3, extra);
    }
  }

  /** Small tensors of a layer. */
  private enum Extra {
    NONE,
    QKV_BIAS,
    HEAD_NORMS,
    QK_NORMS,
    BIASES_AND_SINKS,
    ROUTER_BIAS,
    QKV_BIAS_AND_SHARED_GATE
  }

  private static final Family PLAIN = Family.of(Extra.NONE);
  private static final Family QWEN2 = Family.of(Extra.QKV_BIAS);

  /** By the longest prefix of the id; what is not here is plain. */
  private static final Map<String, Family> FAMILIES =
      Map.ofEntries(
          Map.entry("qwen2.5", QWEN2),
          Map.entry("qwen2-", QWEN2),
          Map.entry("qwen2-57b-a14b", Family.of(Extra.QKV_BIAS_AND_SHARED_GATE)),
          Map.entry("qwen1.5", QWEN2),
          Map.entry("qwen1.5-moe", Family.of(Extra.QKV_BIAS_AND_SHARED_GATE)),
          Map.entry("qwq", QWEN2),
          Map.entry("deepseek-r1-distill-qwen", QWEN2),
          Map.entry("deepseek-r1-distill-llama", PLAIN),
          Map.entry("qwen3", Family.of(Extra.HEAD_NORMS)),
          Map.entry("gemma-2", new Family(4, 1, 3, Extra.NONE)),
          Map.entry("gemma-3", new Family(4, 1, 3, Extra.HEAD_NORMS)),
          Map.entry("olmo-2", Family.of(Extra.QK_NORMS)),
          Map.entry("glm-4-9b", Family.of(Extra.QKV_BIAS)),
          Map.entry("glm-4-32b", new Family(4, 1, 3, Extra.NONE)),
          Map.entry("c4ai", new Family(1, 1, 3, Extra.NONE)),
          Map.entry("falcon-7b", new Family(2, 2, 2, Extra.NONE)),
          Map.entry("falcon-40b", new Family(4, 2, 2, Extra.NONE)),
          Map.entry("gpt-oss", Family.of(Extra.BIASES_AND_SINKS)),
          Map.entry("deepseek-v3", Family.of(Extra.ROUTER_BIAS)),
          Map.entry("deepseek-r1", Family.of(Extra.ROUTER_BIAS)),
          Map.entry("kimi-k2", Family.of(Extra.ROUTER_BIAS)));

  private final Model model;
  private final Family family;
  private final long hidden;

  ShapeRules(Model model) {
    this.model = model;
    this.family = familyOf(model.id());
    this.hidden = model.hiddenSize();
  }

  private static Family familyOf(String id) {
    return FAMILIES.keySet().stream()
        .filter(id::startsWith)
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .map(FAMILIES::get)
        .orElse(PLAIN);
  }

  long parameters() {
    long layer = attention() + family.normsPerLayer() * hidden + smallTensors();
    return (long) model.vocabulary() * hidden * (model.tiedEmbeddings() ? 1 : 2)
        + model.layers() * layer
        + feedForward()
        + family.vectorsOfLastNorm() * hidden;
  }

  /** Weights of the routed experts. */
  long expertParameters() {
    return model
        .experts()
        .map(experts -> (long) experts.layers() * experts.experts() * expert(experts))
        .orElse(0L);
  }

  /** All but the experts that a token does not use. */
  long activeParameters() {
    return model
        .experts()
        .map(
            experts ->
                parameters()
                    - (long) experts.layers()
                        * (experts.experts() - experts.expertsPerToken())
                        * expert(experts))
        .orElseGet(this::parameters);
  }

  private long expert(MixtureOfExperts experts) {
    long biases = family.extra() == Extra.BIASES_AND_SINKS ? 2L * experts.expertSize() + hidden : 0;
    return 3L * hidden * experts.expertSize() + biases;
  }

  private long feedForward() {
    long dense = family.feedForwardMatrices() * hidden * model.feedForwardSize();
    if (model.experts().isEmpty()) {
      return model.layers() * dense;
    }
    MixtureOfExperts experts = model.experts().get();
    boolean routerHasBias =
        family.extra() == Extra.BIASES_AND_SINKS || family.extra() == Extra.ROUTER_BIAS;
    long router = experts.experts() * (hidden + (routerHasBias ? 1 : 0));
    long shared = (long) experts.sharedExperts() * 3 * hidden * experts.expertSize();
    return (model.layers() - experts.layers()) * dense
        + experts.layers() * (router + shared)
        + expertParameters();
  }

  private long attention() {
    if (model.attention() instanceof Attention.Latent latent) {
      return latentAttention(latent);
    }
    Attention.Grouped grouped = (Attention.Grouped) model.attention();
    return 2L * hidden * (grouped.heads() + grouped.kvHeads()) * grouped.headDim();
  }

  /** Down and up projections of queries and of keys and values, their two norms, and the output. */
  private long latentAttention(Attention.Latent latent) {
    long heads = latent.heads();
    long queryOut = heads * (latent.nopeDim() + latent.ropeDim());
    long rank = latent.queryRank();
    long query = rank == 0 ? hidden * queryOut : hidden * rank + rank + rank * queryOut;
    long keysAndValues =
        hidden * (latent.kvRank() + latent.ropeDim())
            + latent.kvRank()
            + latent.kvRank() * heads * (latent.nopeDim() + latent.valueDim());
    return query + keysAndValues + heads * latent.valueDim() * hidden;
  }

  private long smallTensors() {
    if (!(model.attention() instanceof Attention.Grouped grouped)) {
      return 0;
    }
    long heads = grouped.heads();
    long kvHeads = grouped.kvHeads();
    return switch (family.extra()) {
      case QKV_BIAS -> (heads + 2 * kvHeads) * grouped.headDim();
      case QKV_BIAS_AND_SHARED_GATE -> (heads + 2 * kvHeads) * grouped.headDim() + hidden;
      case HEAD_NORMS -> 2L * grouped.headDim();
      case QK_NORMS -> (heads + kvHeads) * grouped.headDim();
      case BIASES_AND_SINKS -> (heads + 2 * kvHeads) * grouped.headDim() + hidden + heads;
      case NONE, ROUTER_BIAS -> 0;
    };
  }
}
