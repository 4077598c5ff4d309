package dev.gpuadvisor.catalog;

/**
 * How weights are stored.
 *
 * @param family {@code 16bit}, {@code 8bit}, {@code 4bit}, ...: what people ask for without naming
 *     a format
 * @param bitsPerWeight bits for each quantized weight, scales and zero points included
 * @param scope which weights are quantized; the others stay in 16 bit
 * @param tensors bits of the weights that a format may treat differently
 * @param quality 5 (no loss that matters) to 1
 * @param needsFp8 whether a card must have FP8 to run it
 */
public record Quantization(
    String id,
    String name,
    String family,
    double bitsPerWeight,
    Scope scope,
    TensorBits tensors,
    int quality,
    boolean needsFp8,
    Provenance provenance) {

  /** Which weights a format quantizes. */
  public enum Scope {
    /** All but the embeddings and the language-model head. */
    LINEAR,
    /** Only the routed experts. */
    EXPERTS
  }

  /**
   * Bits by kind of tensor. GGUF gives more bits to the value and down projections of some layers
   * and has its own for the tables; every other format keeps the tables in 16 bit.
   *
   * @param valueAndDown value and down projections, on average over the layers
   * @param head the language-model head, also where it is the embedding table
   * @param embeddings the embedding table where the head is a table of its own
   */
  public record TensorBits(double valueAndDown, double head, double embeddings) {
    private static final double TABLES = 16;

    public static TensorBits uniform(double bits) {
      return new TensorBits(bits, TABLES, TABLES);
    }
  }

  public boolean isSixteenBit() {
    return bitsPerWeight == TensorBits.TABLES;
  }

  /** Names an entry well enough: it is looked up by it in the middle of every answer. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
