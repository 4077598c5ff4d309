package dev.gpuadvisor.sizing.tuning;

/**
 * What one GPU holds at the fullest moment of a step, in bytes. All GPUs of a run hold the same.
 *
 * @param sharding how the GPUs divide the run
 * @param weights of the base, or of the model that is trained
 * @param adapters LoRA weights, and copies of tables that are trained with them
 * @param optimizer its state, and the copies in 32 bit
 * @param activations inputs of layers, and one layer that is calculated again where that decides
 * @param logits with their softmax and gradients, where the loss decides
 * @param gathered weights and gradients of other GPUs' parts while a layer is calculated, and what
 *     gradients are collected in
 * @param optimizerStep what the optimizer needs beyond its state, where its step decides
 * @param workspace of matrix products, and blocks that the allocator cannot use
 * @param unusable of the workspace, blocks between what layers have
 * @param nccl buffers of the communication between GPUs
 * @param hosts what the memory of all hosts together has instead, where it is offloaded
 */
public record TrainingMemory(
    Sharding sharding,
    long weights,
    long adapters,
    long gradients,
    long optimizer,
    long activations,
    long logits,
    long gathered,
    long optimizerStep,
    long workspace,
    long unusable,
    long nccl,
    long cudaContext,
    long hosts) {

  /** All of it: what the driver shows. */
  public long peak() {
    return weights + adapters + gradients + optimizer + transients() + cudaContext;
  }

  /** What comes and goes, and what is neither weights nor states. */
  public long transients() {
    return activations + logits + gathered + optimizerStep + workspace + nccl;
  }
}
