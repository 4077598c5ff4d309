package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Quantization;

/**
 * Memory that a workload needs on one card, in bytes, by what it is for.
 *
 * @param weightsBytes all weights
 * @param weights16BitBytes those of them that the format leaves in 16 bit
 * @param kvCacheBytes keys and values of all sequences at their full length
 * @param activationsBytes what a forward pass needs besides, see {@link Activations}
 * @param adaptersBytes LoRA weights
 * @param cudaContextBytes what the CUDA context takes before anything is allocated; not part of
 *     what an allocator reports
 * @param errorPercent how far published measurements lie from this rule at most
 */
public record MemoryEstimate(
    long weightsBytes,
    long weights16BitBytes,
    long kvCacheBytes,
    long activationsBytes,
    long adaptersBytes,
    long cudaContextBytes,
    double errorPercent) {

  private static final long MIB = 1L << 20;

  public static MemoryEstimate of(Workload workload, Quantization format) {
    WeightMemory weights = WeightMemory.resident(workload.model(), format);
    return new MemoryEstimate(
        weights.total(),
        weights.sixteenBit(),
        KvCache.bytes(workload.model(), workload.kvCache(), workload.tokens()),
        Activations.bytes(workload.model(), workload.runtime(), workload.tokens()),
        Adapters.bytes(workload.model(), workload.loraRank()),
        workload.runtime().cudaContextMib() * MIB,
        workload.runtime().errorPercent());
  }

  /** What an allocator reports at its peak: comparable with published tables. */
  public long allocatedBytes() {
    return weightsBytes + kvCacheBytes + activationsBytes + adaptersBytes;
  }

  /** What the card must have. */
  public long requiredBytes() {
    return allocatedBytes() + cudaContextBytes;
  }

  /** The same workload at another length; weights and adapters do not depend on it. */
  MemoryEstimate at(Workload other) {
    return new MemoryEstimate(
        weightsBytes,
        weights16BitBytes,
        KvCache.bytes(other.model(), other.kvCache(), other.tokens()),
        Activations.bytes(other.model(), other.runtime(), other.tokens()),
        adaptersBytes,
        cudaContextBytes,
        errorPercent);
  }
}
