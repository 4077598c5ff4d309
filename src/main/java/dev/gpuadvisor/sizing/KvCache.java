package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.MemoryProfile;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.RecurrentLayers;
import java.util.Optional;

/**
 * Bytes of the key/value cache and of what takes its place, exactly.
 *
 * <p>{@code layers * kv_heads * (head_dim + value_dim) * bytes * tokens} for multi-head and grouped
 * attention, {@code layers * (kv_rank + rope_dim) * bytes * tokens} for latent attention, summed
 * over the groups of layers; those with a sliding window stop there. Recurrent layers keep a state
 * of fixed size, and each runtime keeps it in its own way.
 */
public final class KvCache {

  private KvCache() {}

  /** Of all sequences at their full length. */
  public static CacheMemory of(Workload workload) {
    Tokens tokens = workload.tokens();
    if (workload.runtime().memory() instanceof MemoryProfile.Static) {
      return LlamaCpp.cache(workload);
    }
    return ofSequence(workload, tokens.context()).times(tokens.concurrency());
  }

  public static CacheMemory ofSequence(Workload workload, int tokens) {
    Model model = workload.model();
    return new CacheMemory(
        bytesOfSequence(model, workload.kvCache(), tokens) + ofDraft(workload, tokens),
        model.shape().indexBytes(tokens),
        model.shape().recurrent().map(layers -> state(layers, workload)).orElse(0L));
  }

  private static long ofDraft(Workload workload, int tokens) {
    Optional<Speculation> speculation = workload.settings().speculation();
    if (speculation.isEmpty()) {
      return 0; // as nearly always, and asked for every size that is tried
    }
    long elements = speculation.get().cacheElements(workload.model(), tokens);
    return elements * workload.kvCache().bytesPerBlock() / KvCacheType.BLOCK;
  }

  /** Keys and values alone. */
  public static long bytes(Model model, KvCacheType type, Tokens tokens) {
    return bytesOfSequence(model, type, tokens.context()) * tokens.concurrency();
  }

  /** Keys and values alone. */
  public static long bytesOfSequence(Model model, KvCacheType type, int tokens) {
    return model.shape().cacheElements(tokens) * type.bytesPerBlock() / KvCacheType.BLOCK;
  }

  private static long state(RecurrentLayers layers, Workload workload) {
    MemoryProfile memory = workload.runtime().memory();
    if (memory instanceof MemoryProfile.Paged) {
      return layers.bytesInVllm();
    }
    return memory instanceof MemoryProfile.Static
        ? layers.bytesInLlamaCpp()
        : layers.bytesInTransformers();
  }
}
