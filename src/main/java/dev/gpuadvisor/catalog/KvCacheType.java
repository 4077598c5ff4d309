package dev.gpuadvisor.catalog;

/** How the elements of the KV cache are stored. */
public enum KvCacheType {
  BF16(16),
  FP8(8),
  INT8(8);

  private final int bits;

  KvCacheType(int bits) {
    this.bits = bits;
  }

  public int bitsPerElement() {
    return bits;
  }
}
