package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Attention.Latent;
import dev.gpuadvisor.catalog.Model;

/**
 * Weights of a LoRA adapter on every linear matrix of attention and of the dense feed-forward
 * layers: {@code rank * (d_in + d_out)} each (Hu et al. 2021). Routed experts are left alone, as
 * serving does.
 */
final class Adapters {

  private static final int BYTES_16_BIT = 2;

  private Adapters() {}

  static long bytes(Model model, int rank) {
    return parameters(model, rank) * BYTES_16_BIT;
  }

  static long parameters(Model model, int rank) {
    long hidden = model.hiddenSize();
    long attention = attentionWidths(model.attention(), hidden) * model.layers();
    long feedForward = 3 * (hidden + model.feedForwardSize()) * model.denseLayers();
    return rank * (attention + feedForward);
  }

  /** The sum of {@code d_in + d_out} over a layer's attention matrices. */
  private static long attentionWidths(Attention attention, long hidden) {
    if (attention instanceof Grouped grouped) {
      long query = (long) grouped.heads() * grouped.headDim();
      long keyOrValue = (long) grouped.kvHeads() * grouped.headDim();
      return 2 * (hidden + query) + 2 * (hidden + keyOrValue);
    }
    Latent latent = (Latent) attention;
    long query = (long) latent.heads() * (latent.nopeDim() + latent.ropeDim());
    long queries =
        latent.queryRank() == 0
            ? hidden + query
            : hidden + latent.queryRank() + latent.queryRank() + query;
    long compressed = hidden + latent.kvRank() + latent.ropeDim();
    long expanded =
        latent.kvRank() + (long) latent.heads() * (latent.nopeDim() + latent.valueDim());
    long output = (long) latent.heads() * latent.valueDim() + hidden;
    return queries + compressed + expanded + output;
  }
}
