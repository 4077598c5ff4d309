package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import java.util.List;
import java.util.Optional;

/**
 * Tokens that are drafted ahead of the model, which then reads them all in one step. What drafts
 * them lies beside it, with a cache of its own.
 *
 * @param draft a smaller model that drafts; empty where layers of the model's own do (multi-token
 *     prediction)
 * @param tokens drafted in a step
 */
public record Speculation(Optional<Model> draft, int tokens) {

  private static final double SIXTEEN_BITS = 16;

  /**
   * Bytes of what drafts. FP8 checkpoints and GGUF files have the model's own layers for it in
   * their format, others leave them in 16 bit; a draft model is taken in 16 bit, in a GGUF file
   * like the model.
   */
  public long weightBytes(Model model, Quantization format) {
    boolean alike = format.gguf().isPresent() || draft.isEmpty() && format.id().startsWith("fp8");
    double bits = alike ? Math.min(SIXTEEN_BITS, format.bitsPerWeight()) : SIXTEEN_BITS;
    long weights = draft.map(Model::parameters).orElseGet(() -> ownLayers(model));
    return Math.round(weights * bits / Byte.SIZE);
  }

  /**
   * The model's own layers for it. Some are published with both tables of the vocabulary once more
   * (vllm/v1/spec_decode: where they are the model's, they are shared).
   */
  private static long ownLayers(Model model) {
    long all = model.totals().mtp();
    long tables = 2 * model.embeddingTableParameters();
    boolean again = Math.abs(all - tables - layer(model)) < Math.abs(all - layer(model));
    return again ? all - tables : all;
  }

  /** Weights of one layer, one with experts where there are such. */
  private static long layer(Model model) {
    long dense = (model.linearParameters() - model.expertParameters()) / model.layers();
    int routed = model.experts().map(MixtureOfExperts::layers).orElse(1);
    return dense + model.expertParameters() / routed;
  }

  /**
   * Bytes that are read for each drafted token: the model's own layers for it end in the model's
   * head.
   */
  public long readBytes(Model model, Quantization format) {
    long head = draft.isPresent() ? 0 : WeightMemory.read(model, format, 1).head();
    return weightBytes(model, format) + head;
  }

  /** Layers that are launched for each drafted token. */
  public int launched() {
    return draft.map(Model::layers).orElse(1);
  }

  /** Layers whose cache it keeps: one that sees all tokens, or those of the draft model. */
  public List<AttentionLayers> layers(Model model) {
    return draft
        .map(each -> each.shape().attentionLayers())
        .orElseGet(() -> List.of(AttentionLayers.full(1, model.attention())));
  }

  /** Elements of the cache of one sequence. */
  long cacheElements(Model model, long tokens) {
    long elements = 0;
    for (AttentionLayers group : layers(model)) {
      elements += group.elements(tokens);
    }
    return elements;
  }
}
