package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.catalog.Model;

/**
 * The compute buffer that llama.cpp reserves when it starts, with flash attention: for each token
 * of a step, in 32 bit, its logits and its hidden vector, or what the widest layer leaves.
 */
record StaticActivations(long bytes) implements Activations {

  private static final long MIB = 1L << 20;
  private static final int BYTES_32_BIT = 4;

  static StaticActivations of(Static profile, Model model) {
    long head = (long) model.vocabulary() + model.hiddenSize();
    long layer = 2L * model.hiddenSize() + 2L * model.activeFeedForwardSize();
    long buffer = profile.batchTokens() * Math.max(head, layer) * BYTES_32_BIT;
    return new StaticActivations(profile.baseMib() * MIB + buffer);
  }

  @Override
  public long bytes(Tokens tokens, long cacheBytes) {
    return bytes;
  }
}
