package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MemoryProfile;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.memory.VllmWeights;
import java.util.Optional;

/**
 * Memory that a task needs on one card, in bytes, by what it is for.
 *
 * @param weights all weights that are on the card
 * @param cache keys and values of all sequences at their full length, and what takes their place
 * @param activations what the peak of inference has besides, see {@link Activations}
 * @param activationsBytes its value for these tokens, or what a pass of training takes
 * @param adaptersBytes LoRA weights
 * @param cudaContextBytes what the CUDA context takes before anything is allocated; not part of
 *     what an allocator reports
 * @param errorPercent how far published measurements lie from this rule at most
 * @param training what a fine-tuning run keeps besides; empty for inference
 */
public record MemoryEstimate(
    WeightMemory weights,
    CacheMemory cache,
    Optional<Activations> activations,
    long activationsBytes,
    long adaptersBytes,
    long cudaContextBytes,
    double errorPercent,
    Optional<TrainingState> training) {

  private static final long MIB = 1L << 20;

  public static MemoryEstimate of(Workload workload, Quantization format) {
    Activations activations = Activations.of(workload, format);
    CacheMemory cache = KvCache.of(workload);
    return new MemoryEstimate(
            weights(workload, format),
            cache,
            Optional.of(activations),
            activations.bytes(workload.tokens(), cache.total()),
            workload.adapters().bytes(workload.model()),
            workload.runtime().cudaContextMib() * MIB,
            workload.runtime().errorPercent(),
            Optional.empty())
        .widened(workload.model(), format);
  }

  public long weightsBytes() {
    return weights.total();
  }

  /** Everything that sequences leave behind. */
  public long kvCacheBytes() {
    return cache.total();
  }

  /** Those of the weights that are stored in 16 bit because the format leaves them so. */
  public long weights16BitBytes() {
    return weights.sixteenBit();
  }

  /** What an allocator reports at its peak: comparable with published tables. */
  public long allocatedBytes() {
    return weightsBytes() + kvCacheBytes() + activationsBytes + adaptersBytes + trainingBytes();
  }

  /** What the card must have. */
  public long requiredBytes() {
    return allocatedBytes() + cudaContextBytes;
  }

  /** Gradients and the optimizer's state; 0 for inference. */
  public long trainingBytes() {
    return training.isPresent() ? training.get().bytes() : 0;
  }

  /**
   * Widens the error bar for guessed shapes. KV cache: relative spread of real models. Vocabulary:
   * only the bytes by which embedding tables differ from other weights, because the total is known.
   */
  public MemoryEstimate widened(Model model, Quantization format) {
    Origin origin = model.origin();
    double asOthers = model.embeddingParameters() * format.bitsPerWeight() / Byte.SIZE;
    boolean hasLogits = activations.map(Activations::growWithVocabulary).orElse(true);
    double ofVocabulary =
        Math.abs(weights.tables() - asOthers) + (hasLogits ? activationsBytes : 0);
    double off =
        origin.kvCacheSpread() * kvCacheBytes()
            + origin.vocabularySpread() * ofVocabulary
            + origin.weightsSpread() * weightsBytes();
    return new MemoryEstimate(
        weights,
        cache,
        activations,
        activationsBytes,
        adaptersBytes,
        cudaContextBytes,
        errorPercent + (allocatedBytes() == 0 ? 0 : Math.ceil(100 * off / allocatedBytes())),
        training);
  }

  /** The same workload at another length; weights and adapters do not depend on it. */
  MemoryEstimate at(Workload other) {
    CacheMemory others = KvCache.of(other);
    return with(others, activations.orElseThrow().bytes(other.tokens(), others.total()));
  }

  /** The same estimate with other sequences: nothing else depends on them. */
  MemoryEstimate with(CacheMemory otherCache, long otherActivationsBytes) {
    return new MemoryEstimate(
        weights,
        otherCache,
        activations,
        otherActivationsBytes,
        adaptersBytes,
        cudaContextBytes,
        errorPercent,
        training);
  }

  private static WeightMemory weights(Workload workload, Quantization format) {
    Model model = workload.loaded();
    MemoryProfile memory = workload.runtime().memory();
    if (memory instanceof MemoryProfile.Static) {
      return LlamaCpp.weights(workload, format);
    }
    WeightMemory all = WeightMemory.resident(model, format);
    if (memory instanceof MemoryProfile.Paged) {
      return all.withQuantized(VllmWeights.paddingOnHopper(model, format))
          .withOthers(workload.draftBytes(format));
    }
    boolean copiesHead =
        memory instanceof MemoryProfile.Eager eager
            && model.tiedEmbeddings()
            && eager.headCopy().contains(format);
    return copiesHead ? all.withHeadCopy(model) : all;
  }
}
