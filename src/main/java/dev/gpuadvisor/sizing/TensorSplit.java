package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.MemoryProfile;

/**
 * A model of which each GPU has a share of every matrix, as vLLM does it. Heads are not cut: their
 * number must be a multiple of the GPUs. Of key/value heads each GPU has at least one, and of a
 * latent cache, which all heads share, each GPU has all.
 */
final class TensorSplit {

  private static final long MIB = 1L << 20;

  private TensorSplit() {}

  static boolean isPossible(Attention attention, int gpus) {
    if (attention.heads() % gpus != 0) {
      return false;
    }
    return !(attention instanceof Attention.Grouped grouped)
        || grouped.kvHeads() % gpus == 0
        || gpus % grouped.kvHeads() == 0;
  }

  /** Bytes on each GPU, CUDA context included. */
  static long bytesOfEach(Workload workload, MemoryEstimate estimate, int gpus) {
    long shared = estimate.weightsBytes() + estimate.adaptersBytes();
    long cache = estimate.kvCacheBytes() / cacheShares(workload.model().attention(), gpus);
    long buffers =
        workload.runtime().memory() instanceof MemoryProfile.Paged paged
            ? paged.communicationMib() * MIB
            : 0;
    return shared / gpus
        + cache
        + buffers
        + estimate.activationsBytes()
        + estimate.cudaContextBytes();
  }

  private static int cacheShares(Attention attention, int gpus) {
    return Math.min(gpus, attention.cacheHeads());
  }
}
