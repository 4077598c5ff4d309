package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.RuntimeProfile;

/**
 * Bytes that a forward pass needs besides weights and cache: a constant, and what the prompt leaves
 * in one layer while it is read, {@code factor * prompt_tokens * (hidden + ffn) * 2 bytes}. Both
 * constants belong to the runtime profile, which says what they were calibrated on.
 */
final class Activations {

  private static final int BYTES_16_BIT = 2;
  private static final long MIB = 1L << 20;

  private Activations() {}

  static long bytes(Model model, RuntimeProfile runtime, Tokens tokens) {
    double elements =
        (double) tokens.promptTokens()
            * tokens.concurrency()
            * ((long) model.hiddenSize() + model.activeFeedForwardSize());
    long prompt = Math.round(runtime.promptActivationFactor() * elements * BYTES_16_BIT);
    return runtime.baseMib() * MIB + prompt;
  }
}
