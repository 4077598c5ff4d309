package dev.gpuadvisor.catalog;

/** How the elements of the KV cache are stored. */
public enum KvCacheType {
  BF16(64),
  FP8(32),
  INT8(32),
  /** GGUF: a 16-bit scale for each block of 32. */
  Q8_0(34),
  /** GGUF: a scale and a minimum, in 16 bit each. */
  Q5_1(24),
  /** GGUF: a scale. */
  Q5_0(22),
  /** GGUF: a scale and a minimum. */
  Q4_1(20),
  /** GGUF: a scale. */
  Q4_0(18);

  /** Elements of the largest block that a type scales together. */
  public static final int BLOCK = 32;

  private final int bytesPerBlock;

  KvCacheType(int bytesPerBlock) {
    this.bytesPerBlock = bytesPerBlock;
  }

  /** Bytes of {@link #BLOCK} elements. */
  public int bytesPerBlock() {
    return bytesPerBlock;
  }
}
