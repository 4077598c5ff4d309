package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.SlidingWindow;

/**
 * Bytes of the key/value cache, exactly.
 *
 * <p>{@code 2 * layers * kv_heads * head_dim * bytes * tokens} for multi-head and grouped
 * attention, {@code layers * (kv_rank + rope_dim) * bytes * tokens} for latent attention; layers
 * with a sliding window stop there.
 */
public final class KvCache {

  private KvCache() {}

  static long bytes(Model model, KvCacheType type, Tokens tokens) {
    return bytesOfSequence(model, type, tokens.context()) * tokens.concurrency();
  }

  public static long bytesOfSequence(Model model, KvCacheType type, int tokens) {
    long elements = layerTokens(model, tokens) * model.attention().kvElementsPerTokenAndLayer();
    return elements * type.bytesPerBlock() / KvCacheType.BLOCK;
  }

  /** Tokens kept, summed over the layers. */
  private static long layerTokens(Model model, int tokens) {
    if (model.slidingWindow().isEmpty()) {
      return (long) model.layers() * tokens;
    }
    SlidingWindow sliding = model.slidingWindow().get();
    long full = (long) (model.layers() - sliding.layers()) * tokens;
    return full + (long) sliding.layers() * Math.min(tokens, sliding.window());
  }
}
