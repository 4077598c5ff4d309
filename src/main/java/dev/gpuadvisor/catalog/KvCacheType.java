package dev.gpuadvisor.catalog;

/** How the elements of the KV cache are stored. */
public enum KvCacheType {
  BF16(64),
  FP8(32),
  INT8(32),
  /** GGUF: a 16-bit scale for each block of 32. */
  Q8_0(34),
  /** GGUF, as above. */
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
