package dev.gpuadvisor.sizing.tuning;

/** What waits in the memory of the host until it is needed. */
public enum Offload {
  NONE,
  /** The optimizer's state; its step is calculated by the host. */
  OPTIMIZER,
  /** Weights, gradients and the optimizer's state. */
  PARAMETERS
}
