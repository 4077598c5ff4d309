package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.Quantization;
import java.util.Optional;

/**
 * Memory that a task needs on one card, in bytes, by what it is for.
 *
 * @param weightsBytes all weights
 * @param weights16BitBytes those of them that the format leaves in 16 bit
 * @param kvCacheBytes keys and values of all sequences at their full length
 * @param activationsBytes what comes and goes with a pass, see {@link Activations}
 * @param adaptersBytes LoRA weights
 * @param cudaContextBytes what the CUDA context takes before anything is allocated; not part of
 *     what an allocator reports
 * @param errorPercent how far published measurements lie from this rule at most
 * @param training what a fine-tuning run keeps besides; empty for inference
 */
public record MemoryEstimate(
    long weightsBytes,
    long weights16BitBytes,
    long kvCacheBytes,
    long activationsBytes,
    long adaptersBytes,
    long cudaContextBytes,
    double errorPercent,
    Optional<TrainingState> training) {

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
            workload.runtime().errorPercent(),
            Optional.empty())
        .widened(workload.model(), format);
  }

  /** What an allocator reports at its peak: comparable with published tables. */
  public long allocatedBytes() {
    return weightsBytes + kvCacheBytes + activationsBytes + adaptersBytes + trainingBytes();
  }

  /** What the card must have. */
  public long requiredBytes() {
    return allocatedBytes() + cudaContextBytes;
  }

  /** Gradients and the optimizer's state; 0 for inference. */
  long trainingBytes() {
    return training.map(TrainingState::bytes).orElse(0L);
  }

  /**
   * With the error bar that a guessed shape brings with it: cache and embeddings as far off as
   * those of real models, and of a quantized model only what embeddings take more than other
   * weights.
   */
  MemoryEstimate widened(Model model, Quantization format) {
    Origin origin = model.origin();
    double tables = 2 * model.embeddingParameters() * (1 - format.bitsPerWeight() / 16);
    double lossOfTraining = training.isPresent() ? activationsBytes : 0;
    double off =
        origin.kvCacheSpread() * kvCacheBytes
            + origin.vocabularySpread() * (tables + lossOfTraining);
    return new MemoryEstimate(
        weightsBytes,
        weights16BitBytes,
        kvCacheBytes,
        activationsBytes,
        adaptersBytes,
        cudaContextBytes,
        errorPercent + Math.ceil(100 * off / allocatedBytes()),
        training);
  }

  /** The same estimate with other sequences: nothing else depends on them. */
  MemoryEstimate with(long otherKvCacheBytes, long otherActivationsBytes) {
    return new MemoryEstimate(
        weightsBytes,
        weights16BitBytes,
        otherKvCacheBytes,
        otherActivationsBytes,
        adaptersBytes,
        cudaContextBytes,
        errorPercent,
        training);
  }
}
