package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;

/**
 * Bytes of the weights.
 *
 * <p>Every format keeps embeddings and language-model head in 16 bit; that is what rules of thumb
 * ("parameters times bits") leave out, and why they are too low for 4 bit by a third.
 *
 * @param quantized bytes of the weights in the format's own bits, scales and zero points included
 * @param sixteenBit bytes of those that stay in 16 bit
 */
record WeightMemory(long quantized, long sixteenBit) {

  private static final int BYTES_16_BIT = 2;

  /** All weights: what has to be resident. */
  static WeightMemory resident(Model model, Quantization format) {
    long quantized = quantizedParameters(model, format, model.linearParameters(), 1.0);
    return of(format, quantized, model.parameters() - quantized);
  }

  /**
   * What generating one token reads: the active weights, and of the two 16-bit tables only the head
   * (of the embeddings one row).
   */
  static WeightMemory read(Model model, Quantization format) {
    long linear = model.activeParameters() - model.embeddingParameters();
    double share = model.experts().map(MixtureOfExperts::activeShare).orElse(1.0);
    long quantized = quantizedParameters(model, format, linear, share);
    return of(format, quantized, linear - quantized + model.embeddingTableParameters());
  }

  long total() {
    return quantized + sixteenBit;
  }

  private static long quantizedParameters(
      Model model, Quantization format, long linear, double expertShare) {
    return switch (format.scope()) {
      case LINEAR -> linear;
      case EXPERTS -> Math.round(model.expertParameters() * expertShare);
    };
  }

  private static WeightMemory of(Quantization format, long quantized, long others) {
    // Bits are multiples of 1/32, and counts far below 2^47: the product is exact in a double.
    long bytes = (long) Math.ceil(quantized * format.bitsPerWeight() / 8);
    return new WeightMemory(bytes, others * BYTES_16_BIT);
  }
}
