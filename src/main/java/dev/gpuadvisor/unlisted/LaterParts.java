package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Shape;

/**
 * Tensors of their own that families of recent years have, counted from what transformers 5.24
 * builds for them: gates of norms, convolutions within attention, routers of several layers.
 */
record LaterParts(ConfigReader reader, int hidden) {

  private static final int MOST_KERNEL = 64;

  /**
   * A.X K2: queries come with a gate from twice the rank; norms have gates of a low rank, the ones
   * before experts too.
   */
  long axk2(Shape shape) {
    Attention.Latent latent = (Attention.Latent) shape.attention();
    long rank = reader.count("gated_norm_rank", Shape.MAX_RANK, 16);
    long keys = (long) latent.heads() * (latent.nopeDim() + latent.ropeDim());
    long gates = (long) latent.queryRank() * (keys + 2L * latent.heads() * latent.valueDim());
    return shape.layers() * (gates + 2 * hidden * rank) + sparse(shape) * 2 * hidden * rank;
  }

  /** Hy4: a sink for each head, and hyper-connections whose streams are mixed by themselves. */
  long hy4(Shape shape) {
    long streams = reader.count("hc_mult", MOST_KERNEL, 4);
    long mixes = 2 * streams * (streams * hidden + 1) + 2;
    long end = streams * streams * hidden + streams + 1;
    return shape.layers() * (shape.attention().heads() + 2 * mixes) + end;
  }

  /** Inkling: positions are relative, and a short convolution follows keys, values and blocks. */
  long inkling(Shape shape) {
    long width = reader.count("d_rel", 1 << 10, 16);
    long sum = hidden; // a norm of what the table gives
    for (AttentionLayers group : shape.attentionLayers()) {
      long extent =
          group.window() == 0 ? reader.count("rel_extent", 1 << 20, 1024) : group.window();
      long positions = width * ((long) hidden * group.attention().heads() + extent);
      long convolved = group.attention().kvElementsPerTokenAndLayer() + 2L * hidden;
      sum += group.layers() * (positions + kernel() * convolved);
    }
    long shared = shape.experts().map(MixtureOfExperts::sharedExperts).orElse(0);
    return sum + sparse(shape) * (shared * hidden + 1); // shared experts are weighed by the router
  }

  /** Tokens that its convolutions span. */
  int kernel() {
    return reader.count("conv_kernel_size", MOST_KERNEL, 4);
  }

  /** Doge: a mask that values shape, weights of the residuals, and experts of one row each. */
  long doge(Shape shape) {
    Attention.Grouped grouped = (Attention.Grouped) shape.attention();
    long masks = grouped.kvHeads() * (1 + (long) grouped.kvHeads() * grouped.headDim());
    long experts = reader.count("num_experts", Shape.MAX_VOCABULARY, 16_384);
    long keys = (long) Math.floor(Math.sqrt(experts));
    boolean sparse = reader.flag("is_moe", false);
    long rows = sparse ? 2 * keys * hidden + 2 * experts * hidden : 0;
    return shape.layers() * (2L * hidden + masks + rows);
  }

  /** Zaya: two convolutions over queries and keys, a router of three layers, scaled residuals. */
  long zaya(Shape shape) {
    Attention.Grouped grouped = (Attention.Grouped) shape.attention();
    long channels = (long) (grouped.heads() + grouped.kvHeads()) * grouped.headDim();
    long first = reader.count("cca_time0", MOST_KERNEL, 2);
    long second = reader.count("cca_time1", MOST_KERNEL, 2);
    long convolutions = channels * (first + 1) + channels * (grouped.headDim() * second + 1);
    long r = reader.count("router_hidden_size", 1 << 14, 256);
    long experts = shape.experts().map(MixtureOfExperts::experts).orElse(0);
    long linear = experts * hidden; // which the family counts, and this one has not
    long router = r * hidden + r + r + 2 * (r * r + r) + (experts + 1) * r + r - linear;
    return shape.layers() * (convolutions + grouped.kvHeads() + router + 8L * hidden)
        + 2L * hidden
        - r; // the first router has none before it
  }

  /** JetMoE: queries and answers of attention have experts too, keys and values are one matrix. */
  long jetMoe(Shape shape) {
    Attention.Grouped grouped = (Attention.Grouped) shape.attention();
    long experts = shape.experts().map(MixtureOfExperts::experts).orElse(0);
    long width = (long) grouped.kvHeads() * grouped.headDim();
    long counted = 2L * grouped.heads() * grouped.headDim() * hidden;
    return shape.layers()
        * (2 * experts * width * hidden - counted + experts * hidden + 2L * hidden);
  }

  /** NV-Embed: latents that all tokens look at, and a gated layer, before the mean is taken. */
  long pooledByLatents() {
    ConfigReader own = reader.whole().part("latent_attention_config");
    long d = own.count("hidden_dim", Shape.MAX_HIDDEN_SIZE, hidden);
    long latent = own.count("latent_dim", Shape.MAX_HIDDEN_SIZE, hidden);
    long width =
        own.count("num_cross_heads", Shape.MAX_HEADS, 8)
            * (long) own.count("cross_dim_head", Shape.MAX_HIDDEN_SIZE, 4096);
    long attention = 2 * d * width + 2 * latent * width;
    long gated = 12 * latent * latent + 9 * latent;
    return own.count("num_latents_value", Shape.MAX_HIDDEN_SIZE, 512) * latent
        + attention
        + gated
        + 6 * latent; // three norms with biases
  }

  private static long sparse(Shape shape) {
    return shape.experts().map(MixtureOfExperts::layers).orElse(0);
  }
}
