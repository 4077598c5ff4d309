package dev.gpuadvisor.catalog;

/**
 * A format that a model's weights are published in.
 *
 * @param format id of the quantization
 * @param in16Bit weights of the layers that this publication leaves in 16 bit, besides the tables
 *     of the vocabulary; lower by the weights of the head, and then mostly below 0, where that is
 *     quantized too
 * @param bytes of all its weights that are loaded, as its files say; 0 where nobody looked at them
 * @param bits for each quantized weight where this publication takes others than the format mostly
 *     does: its groups may be larger or smaller; 0 where it does not
 * @param counted how the weights are really stored, where no format of the catalogue is it; empty
 *     where one is
 * @param cacheInFp8 whether the checkpoint says that a cache belongs to it that is stored in FP8
 */
public record PublishedFormat(
    String format, long in16Bit, long bytes, double bits, String counted, boolean cacheInFp8) {

  public PublishedFormat(String format, long in16Bit) {
    this(format, in16Bit, 0);
  }

  public PublishedFormat(String format, long in16Bit, long bytes) {
    this(format, in16Bit, bytes, 0, "", false);
  }

  /** The same without so many weights in 16 bit, which no format quantizes. */
  PublishedFormat without(long weights) {
    return bytes == 0 ? this : withBytes(Math.max(1, bytes - 2 * weights));
  }

  /** The same with what its files say. */
  public PublishedFormat withBytes(long stored) {
    return new PublishedFormat(format, in16Bit, stored, bits, counted, cacheInFp8);
  }
}
