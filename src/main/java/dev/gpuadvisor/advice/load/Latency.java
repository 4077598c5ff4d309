package dev.gpuadvisor.advice.load;

/** What a load is like where nobody says how fast it must be answered. */
public enum Latency {
  /** Somebody waits and reads along. */
  INTERACTIVE,
  /** Nobody waits. */
  BATCH
}
