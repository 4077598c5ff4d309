package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.LatentCache;
import dev.gpuadvisor.catalog.MemoryProfile;
import dev.gpuadvisor.catalog.PagedCache;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.WholeItems;
import java.util.Set;
import java.util.function.Function;

/** Reads the memory rule of a runtime profile. */
final class MemoryProfileReader {

  private static final AllowedValues<WholeItems> ITEMS = AllowedValues.of(WholeItems.class);

  private static final AllowedValues<LatentCache> LATENT_CACHES =
      AllowedValues.of(LatentCache.class);
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
        read(
            entry,
            "defaults",
            each ->
                new MemoryProfile.StepDefaults(
                    each.count("sequences"),
                    each.count("large_sequences"),
                    each.count("tokens"),
                    each.count("large_tokens"),
                    each.countOr("largest_tokens", each.count("large_tokens")),
                    each.count("longest_whole_prompt", 0),
                    each.has("items") ? each.choice("items", ITEMS) : WholeItems.CUT)),
        read(
            entry,
            "peak",
            each ->
                new MemoryProfile.Peak(
                    each.count("base_mib", 0),
                    each.measure("bytes_per_logit"),
                    each.optionalMeasure("sampler_vectors").orElse(0.0),
                    each.measure("hidden_vectors"),
                    each.measure("feed_forward_vectors"),
                    each.flag("keeps_expert_buffers"),
                    each.optionalMeasure("warm_up_bytes_per_logit").orElse(0.0),
                    each.has("times_tables") && each.flag("times_tables"))),
        read(
            entry,
            "non_torch",
            each ->
                new MemoryProfile.NonTorch(
                    each.count("alone_mib", 0),
                    each.count("linked_mib", 0),
                    each.count("linked_each_mib", 0),
                    each.count("unlinked_mib", 0),
                    each.countOr("marlin_mib", 0))),
        read(
            entry,
            "graphs",
            each ->
                new MemoryProfile.Graphs(
                    each.count("base_mib", 0),
                    each.measure("layer_mib"),
                    each.optionalMeasure("expert_layer_mib").orElse(0.0),
                    each.optionalMeasure("sparse_layer_mib").orElse(0.0),
                    each.flag("in_budget"))),
        read(
            entry,
            "cache",
            each ->
                new PagedCache(
                    each.flag("groups"),
                    each.count("latent_padding"),
                    each.count("state_blocks"),
                    each.count("steps_in_flight"),
                    each.flag("prints_capacity"))),
        entry.has("marlin_on_hopper") && entry.flag("marlin_on_hopper"),
        entry.has("second_runner") && entry.flag("second_runner"),
        entry.has("turns_in_32_bit") && entry.flag("turns_in_32_bit"),
        entry.has("widens_zeros") && entry.flag("widens_zeros"));
  }

  private static <T> T read(Entry entry, String field, Function<Entry, T> reader) {
    Entry object = entry.object(field);
    T read = reader.apply(object);
    object.end();
    return read;
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
        entry.flag("unpacks_cache"),
        entry.flag("rotates_cache"),
        entry.flag("head_first"));
  }

  private Set<Quantization> formats(Entry entry, String field) {
    return Set.copyOf(entry.choices(field, quantizations, 0));
  }
}
