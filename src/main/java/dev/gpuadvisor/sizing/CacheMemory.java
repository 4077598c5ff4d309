package dev.gpuadvisor.sizing;

/**
 * Bytes of what sequences leave behind while they are generated.
 *
 * @param keysAndValues in the type of the cache
 * @param index keys of sparse attention
 * @param state of recurrent layers, which does not grow with the tokens
 */
public record CacheMemory(long keysAndValues, long index, long state) {

  /** Nothing is kept: training, or an encoder. */
  public static final CacheMemory NONE = new CacheMemory(0, 0, 0);

  public long total() {
    return keysAndValues + index + state;
  }

  public CacheMemory times(long sequences) {
    return new CacheMemory(keysAndValues * sequences, index * sequences, state * sequences);
  }
}
