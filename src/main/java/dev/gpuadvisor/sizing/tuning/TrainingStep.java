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
 */
record TrainingStep(long checkpoints, long loss, long layer, long left) {

  /** More than anything has, and little enough to be added up. */
  private static final long MOST = 1L << 56;

  private static final int BYTES_16_BIT = 2;
  private static final int BYTES_32_BIT = 4;

  /**
   * Of one logit: in 16 bit as it is calculated and once more shifted, then in 32 bit for the loss,
   * its softmax and its gradient. Published LoRA runs of three sizes grow by 15.8 to 16.4.
   */
  private static final int BYTES_PER_LOGIT = 2 * BYTES_16_BIT + 3 * BYTES_32_BIT;

  /**
   * A fused loss takes as many tokens at a time as make logits of the size of the hidden states
   * (linkedin/Liger-Kernel), and keeps the gradient of these.
   */
  private static final int BYTES_OF_FUSED_LOSS = BYTES_16_BIT + BYTES_32_BIT + BYTES_16_BIT;

  /**
   * Of one layer while it is calculated again, for each element of the hidden size (Korthikanti et
   * al. 2022), and for each of the feed-forward size: gate, up, the activated gate, their product.
   */
  private static final int BYTES_PER_HIDDEN = 34;

  private static final int BYTES_PER_FEED_FORWARD = 4 * BYTES_16_BIT;

  /** Of one score without FlashAttention: in 16 bit twice, its softmax in 32. */
  private static final int BYTES_PER_SCORE = 2 * BYTES_16_BIT + BYTES_32_BIT;

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
    long vectors =
        hidden * BYTES_PER_HIDDEN + (long) model.activeFeedForwardSize() * BYTES_PER_FEED_FORWARD;
    long layer = (upcast ? 2 : 1) * vectors + scores;
    long input = hidden * (upcast ? BYTES_32_BIT : BYTES_16_BIT);
    long loss =
        settings.fusedLoss()
            ? hidden * BYTES_OF_FUSED_LOSS
            : (long) model.vocabulary() * BYTES_PER_LOGIT;
    long inputs = times(tokens, model.layers() * input);
    long losing = times(tokens, loss);
    return switch (settings.checkpointing()) {
      case FULL -> {
        long left = leavesGradients(tuning, sharding) ? inputs : 0;
        yield new TrainingStep(inputs, losing, times(tokens, layer), left);
      }
      case NON_REENTRANT -> new TrainingStep(inputs, losing, times(tokens, layer), 0);
      case NONE -> new TrainingStep(times(tokens, model.layers() * layer), losing, 0, 0);
      // One input on its way to the host, one on its way back.
      case OFFLOADED -> new TrainingStep(0, losing, times(tokens, layer + 2 * input), 0);
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
