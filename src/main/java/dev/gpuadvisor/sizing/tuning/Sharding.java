package dev.gpuadvisor.sizing.tuning;

/**
 * What several GPUs divide among them. Stages of ZeRO: Rajbhandari et al. 2020; FSDP divides as
 * stage 3 does.
 */
public enum Sharding {
  /** What the trainers' guides would take: see {@link TuningFitting}. */
  AUTO(false, false, false),
  /** A whole copy on each GPU, as DistributedDataParallel has it. */
  NONE(false, false, false),
  FSDP(true, true, true),
  ZERO1(false, false, true),
  ZERO2(false, true, true),
  ZERO3(true, true, true);

  private final boolean weights;
  private final boolean gradients;
  private final boolean optimizer;

  Sharding(boolean weights, boolean gradients, boolean optimizer) {
    this.weights = weights;
    this.gradients = gradients;
    this.optimizer = optimizer;
  }

  /** Whether each GPU has a part of the weights, and gathers a layer when it is calculated. */
  public boolean dividesWeights() {
    return weights;
  }

  boolean dividesGradients() {
    return gradients;
  }

  boolean dividesOptimizer() {
    return optimizer;
  }

  /** DeepSpeed, which keeps a copy of the weights in 32 bit whatever they are trained in. */
  boolean isZero() {
    return this == ZERO1 || this == ZERO2 || this == ZERO3;
  }
}
