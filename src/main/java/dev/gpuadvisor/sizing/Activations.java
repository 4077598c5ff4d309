package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MemoryProfile;
import dev.gpuadvisor.catalog.Quantization;

/**
 * Bytes that a runtime's peak has above weights, a full cache and adapters, as a function of the
 * tokens. What does not depend on them is worked out once.
 */
interface Activations {

  /**
   * @param cacheBytes of all sequences at their full length
   */
  long bytes(Tokens tokens, long cacheBytes);

  /** Whether logits are among them. */
  default boolean growWithVocabulary() {
    return true;
  }

  static Activations of(Workload workload, Quantization format) {
    MemoryProfile memory = workload.runtime().memory();
    if (memory instanceof MemoryProfile.Eager eager) {
      return EagerActivations.of(eager, workload, format);
    }
    if (memory instanceof MemoryProfile.Paged paged) {
      return PagedActivations.of(paged, workload, format);
    }
    return new StaticActivations(workload, format);
  }
}
