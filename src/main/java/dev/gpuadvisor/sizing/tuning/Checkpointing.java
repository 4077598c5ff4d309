package dev.gpuadvisor.sizing.tuning;

/** What is kept of a layer until the backward pass. */
public enum Checkpointing {
  /** Its input; the rest is calculated again. */
  FULL,
  /** Everything. */
  NONE,
  /** Its input, in the memory of the host. */
  OFFLOADED
}
