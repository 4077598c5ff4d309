package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.catalog.RecurrentLayers.Kind;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.unlisted.LayerPlan.Part;
import java.util.Optional;

/**
 * The recurrent layers of a configuration. Their formulas equal the parameter counts of
 * transformers' modules, those of Mamba-1 and Olmo's delta net by their published totals.
 */
record ConfigRecurrent(ConfigReader reader, Architecture type, LayerPlan plan, int hidden) {

  private static final int MOST = 1 << 16;

  Optional<RecurrentLayers> layers() {
    boolean all =
        switch (type) {
          case FALCON_H1, ZAMBA2, INKLING -> true;
          default -> false;
        };
    int layers = all ? plan.layers() : plan.count(Part.RECURRENT);
    if (layers == 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (type) {
          case KIMI_DELTA -> kimiDelta(layers);
          case JAMBA -> mamba(layers);
          case MAMBA -> reader.text("model_type").equals("mamba2") ? mamba2(layers) : mamba(layers);
          case RECURRENT_GEMMA -> gatedLru(layers);
          case MINIMAX1 -> lightning(layers);
          case LFM2, LFM3 -> shortConvolution(layers);
          case INKLING -> convolutionsBeside(layers);
          case NEMOTRON_H, GRANITE_HYBRID, FALCON_H1, ZAMBA2 -> mamba2(layers);
          default -> deltaNet(layers);
        });
  }

  /** Qwen3-Next and later; Olmo's has a matrix each for queries, keys and values. */
  private RecurrentLayers deltaNet(int layers) {
    long keyHeads = size("linear_num_key_heads", 16);
    long keyDim = size("linear_key_head_dim", 128);
    long heads = size("linear_num_value_heads", 32);
    long valueDim = size("linear_value_head_dim", 128);
    int kernel = size("linear_conv_kernel_dim", 4);
    long channels = 2 * keyHeads * keyDim + heads * valueDim;
    boolean in32Bit =
        reader.has("mamba_ssm_dtype")
            ? reader.text("mamba_ssm_dtype").equals("float32")
            : reader.text("model_type").startsWith("qwen3_5");
    return new RecurrentLayers(
        Kind.GATED_DELTA_NET,
        layers,
        channels + heads * valueDim + 2 * heads,
        heads * valueDim,
        channels * kernel + 2 * heads + valueDim,
        channels,
        kernel,
        heads * valueDim * keyDim,
        in32Bit);
  }

  /** Gates have a low rank, or are full where the configuration says so (Kimi K3) or is Ling's. */
  private RecurrentLayers kimiDelta(int layers) {
    String own = "linear_attn_config.";
    long heads = size(own + "num_heads", size("linear_num_heads", 32));
    long dim = size(own + "head_dim", size("linear_head_dim", 128));
    int kernel = size(own + "short_conv_kernel_size", size("linear_conv_kernel_dim", 4));
    boolean bothFull = reader.text("model_type").equals("bailing_hybrid");
    boolean oneFull = reader.flag(own + "use_full_rank_gate", false);
    int full = bothFull ? 2 : oneFull ? 1 : 0;
    long width = heads * dim;
    return new RecurrentLayers(
        Kind.KIMI_DELTA_ATTENTION,
        layers,
        3 * width + full * width + (2 - full) * dim + heads,
        width,
        3 * width * kernel + (2 - full) * dim * width + heads + width + dim,
        3 * width,
        kernel,
        heads * dim * dim,
        true);
  }

  private RecurrentLayers mamba2(int layers) {
    long heads =
        size(reader.anyOf("mamba_num_heads", "mamba_n_heads", "n_mamba_heads", "num_heads"), 1);
    long dim =
        size(reader.anyOf("mamba_head_dim", "mamba_d_head", "mamba_headdim", "head_dim"), 64);
    long groups = size(reader.anyOf("n_groups", "mamba_n_groups", "mamba_ngroups"), 1);
    long state = size(reader.anyOf("ssm_state_size", "mamba_d_state", "state_size"), 128);
    int kernel = size(reader.anyOf("conv_kernel", "mamba_d_conv"), 4);
    long inner = heads * dim;
    long channels = inner + 2 * groups * state;
    boolean normed = type != Architecture.FALCON_H1 || reader.flag("mamba_rms_norm", false);
    String kept = reader.text("mamba_ssm_cache_dtype");
    return new RecurrentLayers(
        Kind.MAMBA2,
        layers,
        2 * inner + 2 * groups * state + heads,
        inner,
        channels * kernel + channels + 3 * heads + (normed ? inner : 0),
        channels,
        kernel,
        inner * state,
        kept.isEmpty() ? type == Architecture.NEMOTRON_H : kept.equals("float32"));
  }

  /** Step, input and output of Jamba's have norms of their own, those of Mamba itself have not. */
  private RecurrentLayers mamba(int layers) {
    boolean normed = type == Architecture.JAMBA;
    long expanded = (long) size("mamba_expand", 2) * hidden;
    long inner = normed ? expanded : size("intermediate_size", (int) Math.min(MOST, expanded));
    long state = size(normed ? "mamba_d_state" : "state_size", 16);
    String rank = normed ? "mamba_dt_rank" : "time_step_rank";
    boolean isNumber = !reader.text(rank).equals("auto");
    int usual = Math.max(1, (hidden + 15) / 16);
    long step = isNumber ? size(rank, usual) : usual;
    int kernel = size(normed ? "mamba_d_conv" : "conv_kernel", 4);
    long norms = normed ? step + 2 * state : 0;
    long projections = inner * (step + 2 * state) + step * inner + inner;
    return new RecurrentLayers(
        Kind.MAMBA,
        layers,
        2 * inner,
        inner,
        inner * kernel + inner + projections + inner * state + inner + norms,
        inner,
        kernel,
        inner * state,
        false);
  }

  /**
   * Griffin's: two projections with a bias each, a convolution, and gates of blocks, one a head.
   */
  private RecurrentLayers gatedLru(int layers) {
    long width = size("lru_width", hidden);
    long heads = size("num_attention_heads", 1);
    int kernel = size("conv1d_width", 4);
    long gates = 2 * (heads * (width / heads) * (width / heads) + width);
    return new RecurrentLayers(
        Kind.GATED_LINEAR_RECURRENCE,
        layers,
        2 * width,
        width,
        2 * width + hidden + width * kernel + width + gates + width,
        width,
        kernel,
        width,
        true);
  }

  /** MiniMax's linear attention: a matrix for each head is its state; its output has a gate. */
  private RecurrentLayers lightning(int layers) {
    long heads = size("num_attention_heads", 64);
    long dim = size("head_dim", Math.max(1, hidden / (int) heads));
    long width = heads * dim;
    return new RecurrentLayers(
        Kind.LIGHTNING_ATTENTION, layers, 4 * width, width, width, 0, 1, width * dim, false);
  }

  private RecurrentLayers shortConvolution(int layers) {
    int kernel = size("conv_L_cache", 3);
    return new RecurrentLayers(
        Kind.SHORT_CONVOLUTION,
        layers,
        3L * hidden,
        hidden,
        (long) hidden * kernel,
        hidden,
        kernel,
        0,
        false);
  }

  /**
   * Inkling's, of keys, values and the results of both blocks, beside attention: their weights are
   * counted with it, the last columns stay. Layers with a window have other heads: the mean counts.
   */
  private RecurrentLayers convolutionsBeside(int layers) {
    long full = 2L * size("num_key_value_heads", 8) * size("head_dim", 128);
    long sliding = 2L * size("swa_num_key_value_heads", 16) * size("swa_head_dim", 128);
    long keys = plan.count(Part.FULL) * full + plan.count(Part.SLIDING) * sliding;
    return new RecurrentLayers(
        Kind.SHORT_CONVOLUTION,
        layers,
        0,
        0,
        0,
        keys / layers + 2L * hidden,
        new LaterParts(reader, hidden).kernel(),
        0,
        false);
  }

  private int size(String name, int usual) {
    return reader.count(name, name.contains("conv") ? Shape.MAX_LAYERS : MOST, usual);
  }
}
