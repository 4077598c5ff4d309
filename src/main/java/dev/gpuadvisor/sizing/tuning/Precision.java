package dev.gpuadvisor.sizing.tuning;

/** What the weights are trained in. */
public enum Precision {
  /** Calculated in 16 bit, with a copy in 32 bit that is changed (Micikevicius et al. 2017). */
  MIXED,
  /** Weights, gradients and states in 16 bit. */
  BF16
}
