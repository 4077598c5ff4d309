package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.GpuSplit;
import dev.gpuadvisor.catalog.Quantization;

/**
 * A model spread over several GPUs by its layers, as transformers and llama.cpp do it: the fullest
 * GPU decides. vLLM has an accounting of its own.
 */
final class GpuShare {

  private GpuShare() {}

  /** Bytes on the fullest GPU, CUDA context included. */
  static long fullestBytes(Workload workload, MemoryEstimate estimate, int gpus) {
    if (gpus == 1) {
      return estimate.requiredBytes();
    }
    if (estimate.activations().orElse(null) instanceof StaticActivations buffers) {
      long buffersBytes = LlamaCpp.memory(workload, buffers.format(), gpus).orElseThrow().total();
      return buffersBytes + (estimate.adaptersBytes() + gpus - 1) / gpus;
    }
    return LayerSplit.fullestBytes(workload.model(), estimate, gpus);
  }

  /** Whether the model can be spread over so many GPUs at all. */
  static boolean isPossible(Workload workload, Quantization format, int gpus) {
    return workload.runtime().split() == GpuSplit.TENSOR
        ? workload.parallel(format, gpus).isPossible(workload.model(), gpus)
        : gpus <= workload.model().layers();
  }
}
