package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.catalog.Attention;

/** How many elements queries, keys, values and answers of a token have in a layer that attends. */
final class Widths {

  private Widths() {}

  static LayerGraph.Attention of(Attention attention) {
    if (attention instanceof Attention.Grouped grouped) {
      return new LayerGraph.Attention(
          (long) grouped.heads() * grouped.headDim(),
          (long) grouped.kvHeads() * grouped.headDim(),
          (long) grouped.kvHeads() * grouped.valueDim(),
          (long) grouped.heads() * grouped.valueDim(),
          grouped.projections() == Attention.Grouped.Projections.GATED);
    }
    if (attention instanceof Attention.Latent latent) {
      long query = (long) latent.heads() * (latent.nopeDim() + latent.ropeDim());
      long value = (long) latent.heads() * latent.valueDim();
      return new LayerGraph.Attention(query, query, value, value, false);
    }
    Attention.OneVector vector = (Attention.OneVector) attention;
    long query = (long) vector.heads() * vector.dim();
    return new LayerGraph.Attention(query, vector.dim(), vector.dim(), query, false);
  }
}
