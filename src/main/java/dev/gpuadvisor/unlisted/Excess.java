package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.Model;
import java.util.Optional;

/** What can be too much of a model although each of its sizes alone is not. */
public enum Excess {
  PARAMETERS,
  KV_CACHE,
  ACTIVATIONS;

  public static final long MOST_PARAMETERS = 10_000_000_000_000L;

  /** BLOOM, all of whose 112 heads have keys and values of their own, has 2.0 million. */
  private static final long MOST_KV_ELEMENTS_PER_TOKEN = 2_050_000;

  /** Llama 3.1 405B has 70 thousand. */
  private static final long MOST_HIDDEN_AND_FEED_FORWARD = 1 << 18;

  public static Optional<Excess> of(Model model) {
    if (model.parameters() > MOST_PARAMETERS) {
      return Optional.of(PARAMETERS);
    }
    long kv = 0;
    for (AttentionLayers group : model.shape().attentionLayers()) {
      kv += group.layers() * group.attention().kvElementsPerTokenAndLayer();
    }
    if (kv > MOST_KV_ELEMENTS_PER_TOKEN) {
      return Optional.of(KV_CACHE);
    }
    long active = (long) model.hiddenSize() + model.activeFeedForwardSize();
    return active > MOST_HIDDEN_AND_FEED_FORWARD ? Optional.of(ACTIVATIONS) : Optional.empty();
  }
}
