package dev.gpuadvisor.catalog;

import java.util.List;
import java.util.Optional;

/**
 * How weights are stored.
 *
 * @param family {@code 16bit}, {@code 8bit}, {@code 4bit}, ...: what people ask for without naming
 *     a format
 * @param bitsPerWeight bits for each quantized weight, scales and zero points included
 * @param scope which weights are quantized; the others stay in 16 bit
 * @param gguf the types of a GGUF file's tensors; empty for formats of other files
 * @param blocks weights that have a scale together; empty where each has its own, or all have one
 * @param quality 5 (no loss that matters) to 1
 * @param needsFp8 whether a card must have FP8 to run it
 */
public record Quantization(
    String id,
    String name,
    String family,
    double bitsPerWeight,
    Scope scope,
    Optional<GgufMix> gguf,
    Optional<Blocks> blocks,
    int quality,
    boolean needsFp8,
    Provenance provenance) {

  /** Which weights a format quantizes. */
  public enum Scope {
    /** All but the embeddings and the language-model head. */
    LINEAR,
    /** Only the routed experts; of a model without any, as LINEAR. */
    EXPERTS,
    /** The routed experts in these bits, and the other layers in 8 (DeepSeek V4). */
    EXPERTS_REST_8BIT,
    /** Everything, tables and towers too: no quantization, but a wider type. */
    ALL
  }

  /**
   * Blocks, or groups, of weights.
   *
   * @param weights of one, along each side
   * @param owners whose checkpoints have them; empty where everybody's do
   */
  public record Blocks(int weights, List<String> owners) {

    public Blocks {
      owners = List.copyOf(owners);
    }

    boolean areIn(Model model) {
      return owners.isEmpty() || owners.contains(model.owner());
    }
  }

  private static final int SIXTEEN = 16;

  public boolean isSixteenBit() {
    return bitsPerWeight == SIXTEEN;
  }

  /** The blocks that a model's checkpoint in this format has. */
  public Optional<Blocks> blocksIn(Model model) {
    return blocks.filter(each -> each.areIn(model));
  }

  /** Whether both take the same memory, tensor by tensor. */
  public boolean isStoredAs(Quantization other) {
    return bitsPerWeight == other.bitsPerWeight && scope == other.scope && gguf.equals(other.gguf);
  }

  /** By the id, of which a catalogue has one each: these records are map keys on the hot path. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Quantization format && id.equals(format.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
