package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.GpuSplit;

/**
 * A model spread over several GPUs by its layers, as transformers and llama.cpp do it: the fullest
 * GPU decides. vLLM has an accounting of its own.
 */
final class GpuShare {

  private GpuShare() {}

  /** Bytes on the fullest GPU, CUDA context included. */
  static long fullestBytes(Task task, MemoryEstimate estimate, int gpus) {
    if (gpus == 1) {
      return estimate.requiredBytes();
    }
    return LayerSplit.fullestBytes(task.model(), estimate, gpus);
  }

  /** Whether the model can be spread over so many GPUs at all. Training goes by layers. */
  static boolean isPossible(Task task, int gpus) {
    return task instanceof Workload workload && workload.runtime().split() == GpuSplit.TENSOR
        ? workload.settings().parallel().isPossible(workload.model(), gpus)
        : gpus <= task.model().layers();
  }
}
