package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MemoryProfile;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;

/**
 * Memory that a workload needs on one card, in bytes, by what it is for.
 *
 * @param weights all weights that are on the card
 * @param kvCacheBytes keys and values of all sequences at their full length
 * @param activations what the peak has besides, see {@link Activations}
 * @param activationsBytes its value for these tokens
 * @param adaptersBytes LoRA weights
 * @param cudaContextBytes what the CUDA context takes before anything is allocated; not part of
 *     what an allocator reports
 * @param errorPercent how far published measurements lie from this rule at most
 */
public record MemoryEstimate(
    WeightMemory weights,
    long kvCacheBytes,
    Activations activations,
    long activationsBytes,
    long adaptersBytes,
    long cudaContextBytes,
    double errorPercent) {

  private static final long MIB = 1L << 20;

  public static MemoryEstimate of(Workload workload, Quantization format) {
    Activations activations = Activations.of(workload, format);
    long cache = KvCache.bytes(workload.model(), workload.kvCache(), workload.tokens());
    return new MemoryEstimate(
        weights(workload, format),
        cache,
        activations,
        activations.bytes(workload.tokens(), cache),
        workload.adapters().bytes(workload.model()),
        workload.runtime().cudaContextMib() * MIB,
        workload.runtime().errorPercent());
  }

  public long weightsBytes() {
    return weights.total();
  }

  /** Those of the weights that are stored in 16 bit because the format leaves them so. */
  public long weights16BitBytes() {
    return weights.sixteenBit();
  }

  /** What an allocator reports at its peak: comparable with published tables. */
  public long allocatedBytes() {
    return weightsBytes() + kvCacheBytes + activationsBytes + adaptersBytes;
  }

  /** What the card must have. */
  public long requiredBytes() {
    return allocatedBytes() + cudaContextBytes;
  }

  /** The same workload at another length; weights and adapters do not depend on it. */
  MemoryEstimate at(Workload other) {
    long cache = KvCache.bytes(other.model(), other.kvCache(), other.tokens());
    return new MemoryEstimate(
        weights,
        cache,
        activations,
        activations.bytes(other.tokens(), cache),
        adaptersBytes,
        cudaContextBytes,
        errorPercent);
  }

  private static WeightMemory weights(Workload workload, Quantization format) {
    Model model = workload.model();
    WeightMemory all = WeightMemory.resident(model, format);
    MemoryProfile memory = workload.runtime().memory();
    if (memory instanceof MemoryProfile.Static) {
      return all.withoutEmbeddings();
    }
    boolean copiesHead =
        memory instanceof MemoryProfile.Eager eager
            && model.tiedEmbeddings()
            && eager.headCopy().contains(format);
    return copiesHead ? all.withHeadCopy(model) : all;
  }
}
