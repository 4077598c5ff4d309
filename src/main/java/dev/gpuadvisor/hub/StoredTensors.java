package dev.gpuadvisor.hub;

/**
 * Weights as files store them, added up.
 *
 * @param bytes of all tensors
 * @param loadedBytes of those that are loaded: not of layers that only predict further tokens
 * @param loadedValues numbers in those that are loaded; 0 where headers were not read
 */
record StoredTensors(long bytes, long loadedBytes, long loadedValues) {

  static final StoredTensors UNKNOWN = new StoredTensors(0, 0, 0);

  /** Where only their sum is known. */
  static StoredTensors sum(long bytes) {
    return new StoredTensors(bytes, bytes, 0);
  }

  boolean isKnown() {
    return bytes > 0;
  }
}
