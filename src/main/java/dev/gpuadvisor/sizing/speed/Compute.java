package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.Model;

/** Floating-point operations of a forward pass. */
final class Compute {

  private Compute() {}

  /** Two for each weight that a token meets; of the embedding table it takes a row. */
  static double flopsPerToken(Model model) {
    long table = model.tiedEmbeddings() ? 0 : model.embeddingTableParameters();
    return 2.0 * (model.activeParameters() - table);
  }

  /** Of them, those of routed experts. */
  static double expertFlopsPerToken(Model model) {
    return model
        .experts()
        .map(experts -> 2.0 * model.expertParameters() * experts.activeShare())
        .orElse(0.0);
  }

  /** The same for all its tokens, and what each of them has to do with those before it. */
  static double flopsOfPrompt(Model model, int tokens) {
    double attending = 0;
    for (AttentionLayers group : model.shape().attentionLayers()) {
      attending += group.layers() * group.attention().headWidth() * pairs(group, tokens);
    }
    return flopsPerToken(model) * tokens + 4.0 * attending;
  }

  /** Pairs of tokens that attend in a layer: half of the square, within the window. */
  private static double pairs(AttentionLayers group, double tokens) {
    double full = tokens * tokens / 2 / group.tokensPerEntry();
    return group.window() == 0 ? full : Math.min(full, tokens * group.window());
  }
}
