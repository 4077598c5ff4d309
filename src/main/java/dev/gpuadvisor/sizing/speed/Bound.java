package dev.gpuadvisor.sizing.speed;

/** What keeps a server from carrying more. */
public enum Bound {
  /** Memory for the sequences in flight. */
  CACHE,
  /** The sequences that it is set to take at once. */
  SEQUENCES,
  /** Arithmetic. */
  COMPUTE,
  /** Reading weights and cache. */
  BANDWIDTH,
  /** A target: the server could do more, but not within it. */
  LATENCY
}
