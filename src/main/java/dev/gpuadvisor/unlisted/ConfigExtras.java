package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention.OneVector;
import dev.gpuadvisor.catalog.IndexKeys;
import dev.gpuadvisor.catalog.MixtureOfExperts;
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
    if (bias && type.has(Trait.BIAS_IF_SAID)) {
      extras = extras.with(Extra.QKV_BIAS, Extra.OUTPUT_BIAS);
    }
    extras =
        switch (type) {
          case SEED_OSS, GLM4_MOE -> bias ? extras.with(Extra.QKV_BIAS) : extras;
          case GLM4 ->
              bias || reader.text("model_type").startsWith("glm4v")
                  ? extras.with(Extra.QKV_BIAS)
                  : extras;
          case STABLELM ->
              reader.flag("use_qkv_bias", false) ? extras.with(Extra.QKV_BIAS) : extras;
          case COHERE -> reader.flag("use_qk_norm", false) ? extras.with(Extra.QK_NORMS) : extras;
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
    }
    return extras.plus(ofFamily(shape) + ofIndex() + ofCompression(shape, attention));
  }

  private long ofFamily(Shape shape) {
    long d = hidden;
    long layers = shape.layers();
    return switch (type) {
      case APERTUS -> 2 * layers; // two numbers in each activation
      case GEMMA4 -> ofGemma4(layers);
      case GEMMA3N -> ofGemma3n(layers);
      case MIMO2 -> (long) plan.count(Part.SLIDING) * reader.count("num_attention_heads", 1024);
      case MLLAMA -> {
        long headDim = d / reader.count("num_attention_heads", 1024);
        yield plan.count(Part.CROSS) * (2 * headDim + 2) + 8 * d;
      }
      case NEMOTRON_NAS -> ofBlocks(d);
      case DEEPSEEK3 ->
          reader.text("model_type").equals("axk1")
              ? shape.experts().map(MixtureOfExperts::layers).orElse(0) * d
              : 0;
      case GPT_NEO -> positions() * d;
      case GPT2 ->
          reader.text("model_type").equals("bloom")
              ? 2 * d
              : positions() * d + narrowTable(shape.vocabulary());
      case KIMI_DELTA -> hyperConnections(layers, d);
      case LAGUNA -> reader.text("gating").equals("per-head") ? headGates(shape) : 0;
      case STEP3 -> reader.flag("use_head_wise_attn_gate", false) ? headGates(shape) : 0;
      case LFM3 ->
          reader.flag("use_attention_gate", false)
              ? (layers - plan.count(Part.RECURRENT)) * d * shape.attention().heads()
              : 0;
      default -> 0;
    };
  }

  /** A number for each head, from what the layer reads. */
  private long headGates(Shape shape) {
    return shape.attentionLayers().stream()
        .mapToLong(group -> (long) group.layers() * group.attention().heads() * hidden)
        .sum();
  }

  /** OPT 350M: a table narrower than the layers, and a matrix to them and back. */
  private long narrowTable(long vocabulary) {
    long width = reader.count("word_embed_proj_dim", Shape.MAX_HIDDEN_SIZE, hidden);
    return width == hidden ? 0 : 2 * width * hidden - vocabulary * (hidden - width);
  }

  private long positions() {
    return reader.count(
        reader.anyOf("n_positions", "n_ctx", "max_position_embeddings"), 1 << 20, 1024);
  }

  /** A scale for each layer; a gate and a projection for its own embeddings; norms of experts. */
  private long ofGemma4(long layers) {
    long d = hidden;
    long own = reader.countFromZero("hidden_size_per_layer_input", Shape.MAX_HIDDEN_SIZE, 0);
    long embeddings = own == 0 ? 0 : d * own * layers + own + layers * (2 * d * own + d);
    boolean experts = reader.flag("enable_moe_block", false);
    long ofExperts = experts ? layers * (4 * d + expertsOfGemma()) : 0;
    return lookup() + layers + embeddings + ofExperts;
  }

  private long expertsOfGemma() {
    return reader.countFromZero("num_experts", Shape.MAX_EXPERTS, 0);
  }

  /** AltUp's and Laurel's tensors, and the gates of the embeddings of each layer. */
  private long ofGemma3n(long layers) {
    long d = hidden;
    long own = reader.count("hidden_size_per_layer_input", Shape.MAX_HIDDEN_SIZE, 256);
    long inputs = reader.count("altup_num_inputs", 64, 4);
    long rank = reader.count("laurel_rank", Shape.MAX_RANK, 64);
    long altup = inputs * inputs * inputs + inputs * inputs + d * inputs + d + d;
    long laurel = 2 * d * rank + d;
    long gates = 2 * d * own + d;
    long ends = 2 * (inputs - 1) * d * d;
    return lookup() + layers * (altup + laurel + gates) + ends + d * own * layers + own;
  }

  /** Tables of which a token reads one row, besides the embeddings. */
  long lookup() {
    if (type != Architecture.GEMMA4 && type != Architecture.GEMMA3N) {
      return 0;
    }
    int usual = type == Architecture.GEMMA3N ? 256 : 0;
    long own = reader.countFromZero("hidden_size_per_layer_input", Shape.MAX_HIDDEN_SIZE, usual);
    long rows = reader.count("vocab_size_per_layer_input", Shape.MAX_VOCABULARY, 262_144);
    return rows * own * plan.layers();
  }

  /** Norms of the layers that have such a part, and matrices in place of a part. */
  private long ofBlocks(long d) {
    long sum = d;
    for (int layer = 0; layer < plan.layers(); layer++) {
      for (String part : List.of("attention", "ffn")) {
        String block = "block_configs." + layer + "." + part + ".";
        if (reader.flag(block + "replace_with_linear", false)) {
          sum += d * d + d;
        } else if (!reader.flag(block + "no_op", false)) {
          sum += d;
        }
      }
    }
    return sum;
  }

  private long hyperConnections(long layers, long d) {
    long streams = reader.countFromZero("hc_mult", 64, 0);
    long mixes = streams * (2 + streams);
    return streams == 0
        ? 0
        : layers * 2 * (streams * d * mixes + mixes + 3) + streams * d * streams + streams + 1;
  }

  /** Keys of sparse attention; empty where there are none. */
  Optional<IndexKeys> index() {
    if (type == Architecture.MINIMAX3) {
      int dense = reader.countFromZero("sparse_disable_index_layers", plan.layers(), 3);
      return Optional.of(new IndexKeys(plan.layers() - dense, 128 * BYTES_16_BIT, 1));
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

  private int indexingLayers() {
    if (reader.countFromZero("index_n_heads", Shape.MAX_HEADS, 0) == 0) {
      return 0;
    }
    if (type == Architecture.DEEPSEEK4) {
      return (int)
          reader.counts("compress_ratios", 1 << 16).stream()
              .limit(plan.layers())
              .filter(ratio -> ratio == 4)
              .count();
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
      return index().orElseThrow().layers() * (5L * 128 * hidden + 2 * 128);
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
    long sum = hyperConnections(shape.layers(), d);
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
