package dev.gpuadvisor.unlisted;

import java.util.List;

/**
 * How a {@code quantization_config} says that weights are stored.
 *
 * @param format id of the quantization; empty where it is one that is not covered
 * @param bits for each quantized weight; 0 where they are the format's own
 * @param name as it is written, for those that are not covered, or only counted as the format
 * @param bitsOfMatrix for each quantized matrix besides
 */
record StoredWeights(String format, double bits, String name, double bitsOfMatrix) {

  /** What is quantized in other bits than the rest. */
  record Others(List<String> patterns, double bits) {}

  static StoredWeights of(String format) {
    return new StoredWeights(format, 0, "", 0);
  }

  static StoredWeights of(String format, double bits) {
    return new StoredWeights(format, bits, "", 0);
  }

  static StoredWeights notCovered(String name) {
    return new StoredWeights("", 0, name, 0);
  }

  /** Stored in another way, of which the format comes closest. */
  static StoredWeights as(String format, double bits, String name, double bitsOfMatrix) {
    return new StoredWeights(format, bits, name, bitsOfMatrix);
  }

  /** Bits for each quantized weight: the catalogue's where the configuration says no others. */
  double effectiveBits() {
    if (bits > 0) {
      return bits;
    }
    return switch (format) {
      case "fp8", "w8a8", "int8" -> 8;
      case "gptq-int8" -> 8.1875;
      case "gptq-int4", "awq" -> 4.15625;
      case "w4a16" -> 4.125;
      case "w4a16-g32", "nvfp4", "nf4" -> 4.5;
      case "mxfp4" -> 4.25;
      default -> 16;
    };
  }

  boolean isCovered() {
    return !format.isEmpty();
  }
}
