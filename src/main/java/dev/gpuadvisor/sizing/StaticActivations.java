package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory;

/** The compute buffer that llama.cpp reserves when it starts. */
record StaticActivations(Workload workload, Quantization format) implements Activations {

  @Override
  public long bytes(Tokens tokens, long cacheBytes) {
    return LlamaCppMemory.computeBytes(LlamaCpp.setup(workload.with(tokens)), format, true, 1);
  }
}
