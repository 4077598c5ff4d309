package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention.OneVector;
import dev.gpuadvisor.catalog.IndexKeys;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ArchitectureExtras.Extra;
import dev.gpuadvisor.unlisted.LayerPlan.Part;
import java.util.List;
import java.util.Optional;

/** What a configuration has besides the matrices and small tensors that its shape gives. */
record ConfigExtras(ConfigReader reader, Architecture type, LayerPlan plan, int hidden) {

  /** A key of 128 in FP8 with its scale, as vLLM keeps it. */
  private static final int SCALE_BYTES = 4;

  private static final int BYTES_16_BIT = 2;

  /** Small tensors that the configuration switches on, or that its family has of its own. */
  ArchitectureExtras of(Shape shape, ConfigAttention attention) {
    ArchitectureExtras extras = type.extras();
    boolean bias = reader.flag("attention_bias", type == Architecture.SEED_OSS);
    if (bias) {
      extras = extras.with(Extra.QKV_BIAS);
    }
    if (bias && !type.has(Trait.NO_OUTPUT_BIAS) && !isQwen35()) {
      extras = extras.with(Extra.OUTPUT_BIAS);
    }
    extras =
        switch (type) {
          case SEED_OSS ->
              reader.flag("attention_out_bias", false) ? extras.with(Extra.OUTPUT_BIAS) : extras;
          case GPT_NEOX, GLM, JAIS2 ->
              reader.flag("attention_bias", true)
                  ? extras
                  : extras.without(Extra.QKV_BIAS, Extra.OUTPUT_BIAS);
          case QWEN2_MOE -> reader.flag("qkv_bias", true) ? extras : extras.without(Extra.QKV_BIAS);
          case STARCODER2 ->
              reader.flag("use_bias", true)
                  ? extras
                  : extras.without(Extra.QKV_BIAS, Extra.OUTPUT_BIAS, Extra.FEED_FORWARD_BIAS);
          case ERNIE ->
              reader.flag("use_bias", false)
                  ? extras.with(Extra.QKV_BIAS, Extra.OUTPUT_BIAS, Extra.FEED_FORWARD_BIAS)
                  : extras;
          case GLM4 ->
              reader.text("model_type").startsWith("glm4v") ? extras.with(Extra.QKV_BIAS) : extras;
          case STABLELM ->
              reader.flag("use_qkv_bias", false) ? extras.with(Extra.QKV_BIAS) : extras;
          case COHERE -> reader.flag("use_qk_norm", false) ? extras.with(Extra.QK_NORMS) : extras;
          case QWEN3 -> // Molmo 2 on Olmo
              reader.text("qk_norm_type").equals("olmo")
                  ? extras.without(Extra.HEAD_NORMS).with(Extra.QK_NORMS)
                  : extras;
          default -> extras;
        };
    if (type == Architecture.GLM4_MOE && reader.flag("use_qk_norm", false)) {
      extras = extras.with(Extra.HEAD_NORMS);
    }
    if (reader.flag("lm_head_bias", false)) {
      extras = extras.with(Extra.HEAD_BIAS);
    }
    if (reader.flag("mlp_bias", false)) {
      extras = extras.with(Extra.FEED_FORWARD_BIAS);
    } else if (type == Architecture.JAIS2 && !reader.flag("mlp_bias", true)) {
      extras = extras.without(Extra.FEED_FORWARD_BIAS); // of others the field is a leftover
    }
    return extras.plus(ownParts().of(shape) + ofIndex() + ofCompression(shape, attention));
  }

  private boolean isQwen35() {
    return reader.text("model_type").startsWith("qwen3_5");
  }

  /** Tables of which a token reads one row, besides the embeddings. */
  long lookup() {
    return ownParts().lookup();
  }

  private OwnParts ownParts() {
    return new OwnParts(reader, type, plan, hidden);
  }

  /** Keys of sparse attention; empty where there are none. */
  Optional<IndexKeys> index() {
    if (type == Architecture.MINIMAX3) {
      int layers = indexingLayersOfMiniMax();
      return layers == 0
          ? Optional.empty()
          : Optional.of(new IndexKeys(layers, 128 * BYTES_16_BIT, 1));
    }
    int layers = indexingLayers();
    if (layers == 0) {
      return Optional.empty();
    }
    int tokens =
        type == Architecture.DEEPSEEK4 ? 4 : reader.count("index_kpool", Shape.MAX_LAYERS, 1);
    int bytes = reader.count("index_head_dim", Shape.MAX_HEAD_DIM, 128) + SCALE_BYTES;
    return Optional.of(new IndexKeys(layers, bytes, tokens));
  }

  /** Said for each layer, or as the number of those that have none. */
  private int indexingLayersOfMiniMax() {
    List<String> kinds = reader.items("layer_types").orElse(List.of());
    return kinds.isEmpty()
        ? plan.layers() - reader.countFromZero("sparse_disable_index_layers", plan.layers(), 3)
        : (int) kinds.stream().filter("minimax_m3_sparse"::equals).count();
  }

  private int indexingLayers() {
    if (reader.countFromZero("index_n_heads", Shape.MAX_HEADS, 0) == 0) {
      return 0;
    }
    if (type == Architecture.DEEPSEEK4) {
      return (int)
          UnusualAttention.ratios(reader, plan).stream().filter(ratio -> ratio == 4).count();
    }
    List<String> kinds = reader.items("indexer_types").orElse(List.of());
    int layers = 0;
    for (int layer = 0; layer < plan.layers(); layer++) {
      boolean own = layer >= kinds.size() || kinds.get(layer).equals("full");
      layers += own && plan.is(layer, Part.FULL) ? 1 : 0;
    }
    return layers;
  }

  private long ofIndex() {
    if (type == Architecture.DEEPSEEK4) {
      return 0;
    }
    if (type == Architecture.MINIMAX3) {
      return indexingLayersOfMiniMax() * (5L * 128 * hidden + 2 * 128);
    }
    long heads = reader.countFromZero("index_n_heads", Shape.MAX_HEADS, 0);
    long dim = reader.count("index_head_dim", Shape.MAX_HEAD_DIM, 128);
    long rank = reader.countFromZero("q_lora_rank", Shape.MAX_RANK, 0);
    long from = rank == 0 ? hidden : rank;
    return indexingLayers() * (from * heads * dim + hidden * dim + 2 * dim + hidden * heads);
  }

  /** DeepSeek V4: what makes compressed entries, their index, and the hyper-connections. */
  private long ofCompression(Shape shape, ConfigAttention attention) {
    if (!(shape.attention() instanceof OneVector vector)) {
      return 0;
    }
    long d = hidden;
    long dim = vector.dim();
    long heads = reader.countFromZero("index_n_heads", Shape.MAX_HEADS, 0);
    long key = reader.count("index_head_dim", Shape.MAX_HEAD_DIM, 128);
    long sum = ownParts().hyperConnections(shape.layers());
    for (long ratio : new UnusualAttention(attention).ratios()) {
      long overlap = ratio == 4 ? 2 : 1;
      if (ratio > 0) {
        sum += 2 * d * dim * overlap + ratio * dim * overlap + dim;
      }
      if (ratio == 4) {
        sum += vector.queryRank() * heads * key + d * heads + 4 * d * key + 8 * key + key;
      }
    }
    return sum;
  }

  /** Names the parts of an architecture that is not known which Llama does not have. */
  void refuseUnknownParts() {
    for (String part :
        List.of("ssm_cfg", "mamba_d_state", "linear_num_value_heads", "conv_kernel")) {
      if (type == Architecture.OTHER && reader.has(part)) {
        reader.refuse(part, Msg.Fault.configRecurrent());
      }
    }
  }
}
