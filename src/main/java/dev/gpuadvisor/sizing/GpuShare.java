package dev.gpuadvisor.sizing;

/** A model spread over several GPUs, as its runtime does it. The fullest GPU decides. */
final class GpuShare {

  private GpuShare() {}

  /** Bytes on the fullest GPU, CUDA context included. */
  static long fullestBytes(Workload workload, MemoryEstimate estimate, int gpus) {
    if (gpus == 1) {
      return estimate.requiredBytes();
    }
    return switch (workload.runtime().split()) {
      case LAYERS -> LayerSplit.fullestBytes(workload.model(), estimate, gpus);
      case TENSOR -> TensorSplit.bytesOfEach(workload, estimate, gpus);
    };
  }

  /** Whether the runtime can spread this model over so many GPUs at all. */
  static boolean isPossible(Workload workload, int gpus) {
    return switch (workload.runtime().split()) {
      case LAYERS -> gpus <= workload.model().layers();
      case TENSOR -> TensorSplit.isPossible(workload.model().attention(), gpus);
    };
  }
}
