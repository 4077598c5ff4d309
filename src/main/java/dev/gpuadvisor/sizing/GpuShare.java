package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.GpuSplit;

/** A model spread over several GPUs, as its runtime does it. The fullest GPU decides. */
final class GpuShare {

  private GpuShare() {}

  /** Bytes on the fullest GPU, CUDA context included. */
  static long fullestBytes(Task task, MemoryEstimate estimate, int gpus) {
    if (gpus == 1) {
      return estimate.requiredBytes();
    }
    return task instanceof Workload workload && workload.runtime().split() == GpuSplit.TENSOR
        ? TensorSplit.bytesOfEach(workload, estimate, gpus)
        : LayerSplit.fullestBytes(task.model(), estimate, gpus);
  }

  /** Whether the model can be spread over so many GPUs at all. Training goes by layers. */
  static boolean isPossible(Task task, int gpus) {
    return task instanceof Workload workload && workload.runtime().split() == GpuSplit.TENSOR
        ? TensorSplit.isPossible(task.model().attention(), gpus)
        : gpus <= task.model().layers();
  }
}
