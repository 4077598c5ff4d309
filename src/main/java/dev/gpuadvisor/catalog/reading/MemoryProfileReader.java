package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.MemoryProfile;
import dev.gpuadvisor.catalog.Quantization;
import java.util.Set;

/** Reads the memory rule of a runtime profile. */
final class MemoryProfileReader {

  private static final AllowedValues<MemoryProfile.LatentCache> LATENT_CACHES =
      AllowedValues.of(MemoryProfile.LatentCache.class);
  private static final AllowedValues<String> KINDS = AllowedValues.of("eager", "paged", "static");

  private final AllowedValues<Quantization> quantizations;

  MemoryProfileReader(AllowedValues<Quantization> quantizations) {
    this.quantizations = quantizations;
  }

  MemoryProfile read(Entry entry) {
    MemoryProfile memory =
        switch (entry.choice("kind", KINDS)) {
          case "eager" -> eager(entry);
          case "paged" -> paged(entry);
          default -> fixed(entry);
        };
    entry.end();
    return memory;
  }

  private MemoryProfile eager(Entry entry) {
    return new MemoryProfile.Eager(
        entry.count("base_mib", 0),
        promptActivations(entry.object("prompt_activations")),
        entry.count("cache_copies"),
        entry.flag("position_tables"),
        entry.flag("rounds_tensors"),
        formats(entry, "scratch_matrix"),
        formats(entry, "kept_positions"),
        formats(entry, "head_copy"),
        formats(entry, "loading_head_copy"));
  }

  private static MemoryProfile.PromptActivations promptActivations(Entry entry) {
    MemoryProfile.PromptActivations activations =
        new MemoryProfile.PromptActivations(
            entry.count("hidden_vectors", 0),
            entry.count("feed_forward_vectors", 0),
            entry.count("bytes_per_logit", 0));
    entry.end();
    return activations;
  }

  private static MemoryProfile paged(Entry entry) {
    return new MemoryProfile.Paged(
        entry.count("base_mib", 0),
        entry.count("batched_tokens"),
        entry.count("sequences"),
        entry.measure("bytes_per_logit"),
        entry.count("cuda_graphs_mib", 0),
        entry.count("communication_mib", 0));
  }

  private static MemoryProfile fixed(Entry entry) {
    return new MemoryProfile.Static(
        entry.count("base_mib", 0),
        entry.count("batch_tokens"),
        entry.count("slots"),
        entry.flag("flash_attention"),
        entry.flag("sliding_caches"),
        entry.choice("latent_cache", LATENT_CACHES),
        entry.flag("fused_gates"),
        entry.flag("masks_in_16_bit"),
        entry.flag("limits_outputs"),
        entry.flag("unpacks_cache"));
  }

  private Set<Quantization> formats(Entry entry, String field) {
    return Set.copyOf(entry.choices(field, quantizations, 0));
  }
}
