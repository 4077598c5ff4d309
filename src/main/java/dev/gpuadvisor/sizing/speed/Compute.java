package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.SlidingWindow;

/** Floating-point operations of a forward pass. */
final class Compute {

  private Compute() {}

  /** Two for each weight that a token meets; of the embedding table it takes a row. */
  static double flopsPerToken(Model model) {
    long table = model.tiedEmbeddings() ? 0 : model.embeddingTableParameters();
    return 2.0 * (model.activeParameters() - table);
  }

  /** The same for all its tokens, and what each of them has to do with those before it. */
  static double flopsOfPrompt(Model model, int tokens) {
    return flopsPerToken(model) * tokens
        + 4.0 * headWidth(model.attention()) * pairs(model, tokens);
  }

  /** Pairs of tokens that attend, over all layers: half of the square, within the window. */
  private static double pairs(Model model, double tokens) {
    double full = tokens * tokens / 2;
    if (model.slidingWindow().isEmpty()) {
      return full * model.layers();
    }
    SlidingWindow sliding = model.slidingWindow().get();
    double within = Math.min(full, tokens * sliding.window());
    return full * (model.layers() - sliding.layers()) + within * sliding.layers();
  }

  /** Elements over all heads of a query and its answer, on average. */
  private static double headWidth(Attention attention) {
    if (attention instanceof Attention.Grouped grouped) {
      return (double) grouped.heads() * grouped.headDim();
    }
    Attention.Latent latent = (Attention.Latent) attention;
    int queryAndAnswer = latent.nopeDim() + latent.ropeDim() + latent.valueDim();
    return latent.heads() * queryAndAnswer / 2.0;
  }
}
