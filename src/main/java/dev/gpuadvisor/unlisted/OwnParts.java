package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.unlisted.LayerPlan.Part;
import java.util.List;

/** Tensors that a family has of its own, counted from what transformers builds for it. */
record OwnParts(ConfigReader reader, Architecture type, LayerPlan plan, int hidden) {

  /** Parameters of all of it. */
  long of(Shape shape) {
    long d = hidden;
    long layers = shape.layers();
    return switch (type) {
      case ARCTIC -> layers * d; // a norm of the dense part beside the experts
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
          switch (reader.text("model_type")) {
            case "axk1" -> shape.experts().map(MixtureOfExperts::layers).orElse(0) * d;
            case "axk2" -> later().axk2(shape);
            case "hy_v4", "hy_v4_vl_text" -> later().hy4(shape);
            default -> 0L;
          };
      case MISTRAL ->
          switch (reader.text("model_type")) {
            case "voxtral_realtime_text" -> layers * 2 * 32 * d; // norms that know the delay
            case "bidir_mistral" -> later().pooledByLatents();
            default -> 0L;
          };
      case INKLING -> later().inkling(shape);
      case DOGE -> later().doge(shape);
      case ZAYA -> later().zaya(shape);
      case JETMOE -> later().jetMoe(shape);
      case GPT_NEOX -> ofPersimmon(layers);
      case MODERN_DECODER -> d * d + d + shape.vocabulary(); // a dense layer before the head
      case GPT_NEO -> positions() * d;
      case GPT2 ->
          switch (reader.text("model_type")) {
            case "bloom" -> 2 * d;
            case "xglm" -> 0; // positions are computed
            default -> positions() * d + narrowTable(shape.vocabulary());
          };
      case KIMI_DELTA -> hyperConnections(layers);
      case ZAMBA2 -> ofZamba(shape);
      case LAGUNA -> ofLaguna(shape);
      case STEP3 -> reader.flag("use_head_wise_attn_gate", false) ? headGates(shape) : 0;
      case LFM3 ->
          reader.flag("use_attention_gate", false)
              ? (layers - plan.count(Part.RECURRENT)) * d * shape.attention().heads()
              : 0;
      default -> 0;
    };
  }

  private LaterParts later() {
    return new LaterParts(reader, hidden);
  }

  /** Norms of queries and keys with their biases; Fuyu puts patches of an image in as they are. */
  private long ofPersimmon(long layers) {
    boolean fuyu = reader.whole().text("model_type").equals("fuyu");
    if (!fuyu && !reader.text("model_type").equals("persimmon")) {
      return 0;
    }
    long headDim = hidden / reader.count("num_attention_heads", Shape.MAX_HEADS);
    long norms = reader.flag("qk_layernorm", true) ? layers * 4 * headDim : 0;
    long patch = VisionTower.square(reader.whole().count("patch_size", 1024, 30));
    long channels = reader.whole().count("num_channels", 64, 3);
    return norms + (fuyu ? channels * patch * hidden + hidden : 0);
  }

  /**
   * The shared blocks read the embeddings beside the hidden values; each layer that goes through
   * one has a matrix behind it, and adapters of its own to it.
   */
  private long ofZamba(Shape shape) {
    long d = hidden;
    Attention.Grouped grouped = (Attention.Grouped) shape.attention();
    long read = (long) (grouped.heads() + 2 * grouped.kvHeads()) * grouped.headDim();
    long blocks = UnusualAttention.sharedBlocks(reader);
    long rank = reader.count("adapter_rank", Shape.MAX_RANK, 128);
    long adapters = rank * (d + 2L * shape.feedForwardSize());
    boolean adapted = reader.flag("use_shared_attention_adapter", false);
    long each = d * d + adapters + (adapted ? 3 * 4 * d * rank : 0);
    return blocks * (d * read + 3 * d) + plan.count(Part.FULL) * each;
  }

  /** A gate for each head ({@code true} says so too), or for each element of one. */
  private long ofLaguna(Shape shape) {
    String gating = reader.text("gating");
    if (gating.equals("per-element")) {
      return headGates(shape) * reader.count("head_dim", Shape.MAX_HEAD_DIM, 128);
    }
    boolean gated = gating.isEmpty() ? reader.flag("gating", false) : gating.equals("per-head");
    return gated ? headGates(shape) : 0;
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
    return lookup() + layers + embeddings + ofExperts + projected();
  }

  /** EmbeddingGemma 2 projects what it answers. */
  private long projected() {
    return embedsInGemma2() ? (long) hidden * reader.count("embedding_dim", 1 << 14, 768) : 0;
  }

  private boolean embedsInGemma2() {
    return reader.text("model_type").equals("embedding_gemma2_text");
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
    if (type != Architecture.GEMMA4 && type != Architecture.GEMMA3N || embedsInGemma2()) {
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

  /** What mixes the streams of hidden values that layers pass on; 0 where there is one. */
  long hyperConnections(long layers) {
    long d = hidden;
    long streams = reader.countFromZero("hc_mult", 64, 0);
    long mixes = streams * (2 + streams);
    return streams == 0
        ? 0
        : layers * 2 * (streams * d * mixes + mixes + 3) + streams * d * streams + streams + 1;
  }
}
