package dev.gpuadvisor.parameter;

/** The tasks that a parameter belongs to; given for another one, it is a fault. */
public enum Scope {
  ANY,
  /** Inference. */
  SERVING,
  /** Fine-tuning. */
  TRAINING,
  /** Inference with adapters, and fine-tuning by adapters. */
  ADAPTERS,
  /** Fine-tuning by adapters. */
  TRAINED_ADAPTERS
}
