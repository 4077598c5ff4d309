package dev.gpuadvisor.catalog;

import java.util.Optional;

/**
 * How weights are stored.
 *
 * @param family {@code 16bit}, {@code 8bit}, {@code 4bit}, ...: what people ask for without naming
 *     a format
 * @param bitsPerWeight bits for each quantized weight, scales and zero points included
 * @param scope which weights are quantized; the others stay in 16 bit
 * @param gguf the types of a GGUF file's tensors; empty for formats of other files
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

  private static final int SIXTEEN = 16;

  public boolean isSixteenBit() {
    return bitsPerWeight == SIXTEEN;
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
