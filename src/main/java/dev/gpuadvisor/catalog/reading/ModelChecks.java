package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.SlidingWindow;

/** What the fields of a model say about each other. */
final class ModelChecks {

  private ModelChecks() {}

  /**
   * @throws CatalogException naming the field that contradicts another
   */
  static void check(Model model, Entry entry) {
    checkCounts(model, entry);
    checkExperts(model, entry);
    for (AttentionLayers group : model.shape().attentionLayers()) {
      checkAttention(group.attention(), entry);
    }
    if (model.slidingWindow().isPresent()) {
      SlidingWindow window = model.slidingWindow().get();
      atMost(window.layers(), model.layers(), entry, "sliding_window.layers");
      atMost(window.window(), model.maxContext(), entry, "sliding_window.window");
    }
  }

  private static void checkCounts(Model model, Entry entry) {
    atMost(model.visionParameters(), model.parameters(), entry, "vision_parameters");
    atMost(model.activeParameters(), model.parameters(), entry, "active_parameters");
    atMost(model.expertParameters(), model.parameters(), entry, "expert_parameters");
    atMost(model.embeddingParameters(), model.languageParameters(), entry, "vocabulary");
    atMost(
        model.keptIn16Bit(model.nativeFormat()),
        model.linearParameters(),
        entry,
        "native_16bit_parameters");
  }

  private static void checkExperts(Model model, Entry entry) {
    if (model.experts().isEmpty()) {
      atMost(model.expertParameters(), 0, entry, "expert_parameters");
      return;
    }
    MixtureOfExperts experts = model.experts().get();
    atMost(experts.layers(), model.layers(), entry, "experts.layers");
    atMost(experts.expertsPerToken(), experts.experts(), entry, "experts.experts_per_token");
    long idle =
        model.expertParameters()
            - model.expertParameters() / experts.experts() * experts.expertsPerToken();
    long active = model.languageParameters() - model.totals().lookup() - idle;
    if (model.activeParameters() != active) {
      throw entry.fault(
          "active_parameters", "must be the parameters without idle experts, " + active);
    }
  }

  private static void checkAttention(Attention attention, Entry entry) {
    if (attention instanceof Attention.Grouped grouped
        && grouped.heads() % grouped.kvHeads() != 0) {
      throw entry.fault("attention.kv_heads", "must divide the heads, " + grouped.heads());
    }
  }

  private static void atMost(long value, long most, Entry entry, String field) {
    if (value > most) {
      throw entry.fault(field, "must be at most " + most + ", not " + value);
    }
  }
}
