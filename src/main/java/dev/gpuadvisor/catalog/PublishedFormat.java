package dev.gpuadvisor.catalog;

/**
 * A format that a model's weights are published in.
 *
 * @param format id of the quantization
 * @param in16Bit weights of the layers that this publication leaves in 16 bit, besides the tables
 *     of the vocabulary
 * @param bytes of all its weights that are loaded, as its files say; 0 where nobody looked at them
 */
public record PublishedFormat(String format, long in16Bit, long bytes) {

  public PublishedFormat(String format, long in16Bit) {
    this(format, in16Bit, 0);
  }
}
