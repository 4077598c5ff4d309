package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Quantization;

/** The compute buffer that llama.cpp reserves when it starts. */
record StaticActivations(Workload workload, Quantization format) implements Activations {

  @Override
  public long bytes(Tokens tokens, long cacheBytes) {
    return LlamaCpp.computeBytes(workload.with(tokens), format);
  }
}
