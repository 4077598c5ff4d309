package dev.gpuadvisor.sizing.tuning;

/** What the weights are trained in. */
public enum Precision {
  /** Calculated in 16 bit, with a copy in 32 bit that is changed (Micikevicius et al. 2017). */
  MIXED,
  /**
   * Mixed, and of a quantized base everything that is not quantized in 32 bit: what PEFT's {@code
   * prepare_model_for_kbit_training} does (huggingface/peft@012c0d5a utils/other.py), so that the
   * hidden states are in 32 bit too. Without a quantized base it is {@link #MIXED}.
   */
  UPCAST,
  /** Weights, gradients and states in 16 bit. */
  BF16
}
