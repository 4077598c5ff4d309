package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.Tuning;

/**
 * What the tokens of one pass leave in memory, in bytes: it depends neither on the format nor on
 * the other GPUs, which have tokens of their own.
 *
 * @param checkpoints kept of all layers until the backward pass
 * @param loss of logits, softmax and gradients
 * @param layer one of them calculated again
 * @param left of the layers whose backward pass is over until all are, beside their inputs
 * @param unusable blocks between what the layers have, while one is calculated again
 */
record TrainingStep(long checkpoints, long loss, long layer, long left, long unusable) {

  /**
   * Of what FSDP leaves of the layers, how much more lies between it in blocks that the allocator
   * cannot use. Calibrated: the driver showed 6,012 MiB beyond what is counted for the 10,240 that
   * two sequences of Llama 2 70B leave (foundation-model-stack/fms-acceleration@04702cc5).
   */
  private static final double BETWEEN_WHAT_IS_LEFT = 0.587;

  /** The same of scores, of two sizes: 0.3 to 0.9 in eleven runs (fitcheck-llm 0.3.1). */
  private static final double BETWEEN_SCORES = 0.5;

  /** Inputs of layers: one on its way to the host, one on its way back. */
  private static final int IN_TRANSIT = 2;

  /**
   * Hidden states at both ends of the model that stay with Unsloth. Calibrated: between two of the
   * longest sequences that it publishes lie 227,500 bytes a token of Llama 3.1 8B in NF4, and
   * 444,600 of Llama 3.3 70B; kernels and what is in transit make 176,000 and 344,000.
   */
  private static final int AT_ENDS = 5;

  /** More than anything has, and little enough to be added up. */
  private static final long MOST = 1L << 56;

  private static final int BYTES_16_BIT = 2;
  private static final int BYTES_32_BIT = 4;

  /**
   * Of one logit, beside itself: its logarithmic softmax, the gradient of that and its own, all in
   * 32 bit, when the backward pass starts. Measured of Qwen2.5 1.5B with transformers 5: 14.0 bytes
   * with the head in 16 bit, 16.0 in 32 (fitcheck-llm 0.3.1 data/measurements).
   */
  private static final int BYTES_OF_LOSS = 3 * BYTES_32_BIT;

  /**
   * A fused loss takes as many tokens at a time as make logits of the size of the hidden states
   * (linkedin/Liger-Kernel), and keeps the gradient of these.
   */
  private static final int BYTES_OF_FUSED_LOSS = BYTES_16_BIT + BYTES_32_BIT + BYTES_16_BIT;

  /**
   * Of one score without FlashAttention, when its gradient is calculated: its softmax in 32 and 16
   * bit, after a dropout of nothing once more and its mask, the gradient in 32 bit and again in 16.
   * Measured of TinyLlama with transformers 5: 14.2 (fitcheck-llm 0.3.1 data/measurements).
   */
  private static final int BYTES_PER_SCORE = 14;

  /**
   * @param sharding not {@link Sharding#AUTO}
   */
  static TrainingStep of(Tuning tuning, Sharding sharding) {
    Model model = tuning.model();
    TrainingSettings settings = tuning.settings();
    long tokens = tuning.tokens();
    long hidden = model.hiddenSize();
    long scores =
        settings.options().flashAttention()
            ? 0
            : (long) model.attention().heads() * tuning.sequenceLength() * BYTES_PER_SCORE;
    boolean upcast = isUpcast(tuning, sharding);
    long vectors = LayerBytes.perToken(tuning);
    long layer = (upcast ? 2 : 1) * vectors + scores;
    long input = hidden * (upcast ? BYTES_32_BIT : BYTES_16_BIT);
    long loss =
        settings.fusedLoss()
            ? hidden * BYTES_OF_FUSED_LOSS
            : (long) model.vocabulary() * (BYTES_OF_LOSS + (upcast ? BYTES_32_BIT : BYTES_16_BIT));
    long inputs = times(tokens, model.layers() * input);
    long losing = times(tokens, loss);
    long between = Math.round(BETWEEN_SCORES * times(tokens, scores));
    return switch (settings.checkpointing()) {
      case FULL -> {
        long left = leavesGradients(tuning, sharding) ? inputs : 0;
        long unusable = between + Math.round(BETWEEN_WHAT_IS_LEFT * left);
        yield new TrainingStep(inputs, losing, times(tokens, layer), left, unusable);
      }
      case NON_REENTRANT -> new TrainingStep(inputs, losing, times(tokens, layer), 0, between);
      case NONE -> new TrainingStep(times(tokens, model.layers() * layer), losing, 0, 0, 0);
      case OFFLOADED -> {
        int staying = IN_TRANSIT + (settings.trainer().fusesAdapters() ? AT_ENDS : 0);
        yield new TrainingStep(0, losing, times(tokens, layer + staying * input), 0, between);
      }
    };
  }

  /**
   * Whether each layer's input and its gradient stay until the whole backward pass is over. A unit
   * of FSDP that is not trained is divided again by a hook on its inputs
   * (register_multi_grad_hook), whose closure holds what they are accumulated in, and which is
   * removed at the very end (_finalize_params in torch/distributed/fsdp/_runtime_utils.py). Layers
   * that are calculated again by the reentrant implementation have copies of their inputs as leaves
   * of a graph of their own, so that these stay with their gradients.
   */
  private static boolean leavesGradients(Tuning tuning, Sharding sharding) {
    return sharding == Sharding.FSDP
        && tuning.method().hasAdapters()
        && tuning.settings().trainer() != Trainer.TORCHTUNE;
  }

  /**
   * Whether hidden states have the 32 bit of the norms and tables that they come from. FSDP's mixed
   * precision and DeepSpeed's engine calculate in 16 bit whatever the weights are kept in: runs on
   * two A100 took the same with and without (foundation-model-stack/fms-acceleration@04702cc5).
   */
  private static boolean isUpcast(Tuning tuning, Sharding sharding) {
    return sharding == Sharding.NONE && tuning.settings().isUpcast(tuning.method());
  }

  /** No more than {@link #MOST}: scores grow with the square of the length. */
  private static long times(long tokens, long bytes) {
    return bytes > MOST / tokens ? MOST : tokens * bytes;
  }
}
