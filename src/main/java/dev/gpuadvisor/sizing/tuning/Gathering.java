package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.catalog.Model;

/**
 * What comes to a GPU for the layer at work, where other GPUs have the rest of the weights or the
 * host has them. Never more than what it does not have itself.
 *
 * @param weights bytes of the base
 * @param gradients bytes of those of the base; 0 where adapters are trained
 * @param offloadsAll whether the host has everything
 */
record Gathering(
    Model model, long weights, long gradients, Sharding sharding, int gpus, boolean offloadsAll) {

  private static final int BYTES_16_BIT = 2;

  /** The layer at work, and the one that is fetched before its turn. */
  private static final int AT_ONCE = 2;

  /** The head's gradient is calculated from those of the logits, while these are there. */
  long atLoss() {
    return weightsAtLoss() + gradients(model.embeddingTableParameters());
  }

  long weightsAtLoss() {
    return layers(1);
  }

  /** Gradients of a layer and of the tables, before each GPU keeps its part. */
  long atLayer() {
    return weightsAtLayer() + gradients(withGradients());
  }

  long weightsAtLayer() {
    return layers(AT_ONCE);
  }

  /** Bytes of the gradients of a layer and of the tables, whoever has the rest. */
  long unreduced() {
    return withGradients() * BYTES_16_BIT;
  }

  private long withGradients() {
    return model.linearParameters() / model.layers() + model.embeddingParameters();
  }

  /**
   * FSDP has adapters as units of their own, which come back whole; ZeRO with their layers.
   *
   * @param adapters bytes of them all
   */
  long staged(long adapters) {
    long layers = sharding.isZero() ? Math.min(AT_ONCE, model.layers()) : model.layers();
    return adapters * layers / model.layers();
  }

  /**
   * Both tables, which belong to the whole model and not to a layer, and the layer at work with
   * those that are fetched before their turn.
   */
  private long layers(int layers) {
    if (!comeInPieces()) {
      return 0;
    }
    long tables = model.embeddingParameters() * BYTES_16_BIT;
    return Math.min(tables + layers * (weights - tables) / model.layers(), elsewhere(weights));
  }

  private long gradients(long parameters) {
    return comeInPieces() ? Math.min(parameters * BYTES_16_BIT, elsewhere(gradients)) : 0;
  }

  private boolean comeInPieces() {
    return sharding.dividesWeights() || offloadsAll;
  }

  private long elsewhere(long bytes) {
    return offloadsAll ? bytes : bytes - (bytes + gpus - 1) / gpus;
  }
}
