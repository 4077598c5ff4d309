package dev.gpuadvisor.catalog;

/**
 * Keys by which sparse attention finds the tokens that are worth reading (DeepSeek V3.2 and later).
 *
 * @param layers that have an index of their own
 * @param bytesPerEntry of one key as vLLM keeps it: 128 in FP8 and a scale are 132
 * @param tokensPerEntry tokens that share a key
 */
public record IndexKeys(int layers, int bytesPerEntry, int tokensPerEntry) {

  /** Bytes that a sequence of so many tokens takes. */
  public long bytes(long tokens) {
    return layers * (tokens * bytesPerEntry / tokensPerEntry);
  }
}
