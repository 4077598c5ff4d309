package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import java.util.Optional;
import java.util.Set;

/**
 * Memory of training on one GPU. Where each constant comes from, and how far published runs lie
 * from the whole, is in {@code docs/decisions/tuning.md}.
 */
record TuningMemory(Tuning tuning) {

  private static final long MIB = 1L << 20;

  private static final int BYTES_16_BIT = 2;
  private static final int BYTES_32_BIT = 4;

  /** PyTorch's context, as for inference. */
  private static final long CUDA_CONTEXT = 461 * MIB;

  /**
   * Workspaces of the matrix products and blocks that the allocator cannot use. Calibrated: what
   * the shortest published LoRA runs take beyond everything that is counted.
   */
  private static final long WORKSPACE = 768 * MIB;

  /** Adam keeps two running means for each weight (Kingma and Ba 2014). */
  private static final int MOMENTS = 2;

  /**
   * Of one logit: in 16 bit as it is calculated and once more shifted, then in 32 bit for the loss,
   * its softmax and its gradient. Published LoRA runs of three sizes grow by 15.8 to 16.4.
   */
  private static final int BYTES_PER_LOGIT = 2 * BYTES_16_BIT + 3 * BYTES_32_BIT;

  /**
   * Of one layer while it is calculated again, for each element of the hidden size (Korthikanti et
   * al. 2022), and for each of the feed-forward size: gate, up, the activated gate, their product.
   */
  private static final int BYTES_PER_HIDDEN = 34;

  private static final int BYTES_PER_FEED_FORWARD = 4 * BYTES_16_BIT;

  /** PEFT casts what these formats leave in 16 bit to 32 before training. */
  private static final Set<String> BITSANDBYTES = Set.of("nf4", "int8");

  MemoryEstimate estimate(Quantization format) {
    WeightMemory weights = WeightMemory.resident(model(), format);
    return new MemoryEstimate(
            BITSANDBYTES.contains(format.id()) ? weights.castTo32Bit() : weights,
            CacheMemory.NONE,
            Optional.empty(),
            transientBytes(),
            in32Bit() * BYTES_32_BIT + in16Bit() * BYTES_16_BIT,
            CUDA_CONTEXT,
            tuning.method().errorPercent(),
            Optional.of(state()))
        .widened(model(), format);
  }

  /**
   * What comes and goes in a step: the activations of the backward pass, or what the optimizer
   * needs after it, whichever is more.
   */
  long transientBytes() {
    return WORKSPACE + Math.max(backwardBytes(), optimizerStepBytes());
  }

  /** The input of every layer, and then the loss or one layer calculated again. */
  private long backwardBytes() {
    long hidden = model().hiddenSize();
    long checkpoints = model().layers() * hidden * BYTES_16_BIT;
    long loss = (long) model().vocabulary() * BYTES_PER_LOGIT;
    long layer =
        hidden * BYTES_PER_HIDDEN + (long) model().activeFeedForwardSize() * BYTES_PER_FEED_FORWARD;
    return tuning.tokens() * (checkpoints + Math.max(loss, layer));
  }

  /**
   * PyTorch's Adam works on all weights at once, and needs their size again for what is between.
   */
  private long optimizerStepBytes() {
    return trainedIn32Bit() * BYTES_32_BIT + in16Bit() * BYTES_16_BIT;
  }

  private TrainingState state() {
    long masterCopy = tuning.method() == TuningMethod.FULL ? model().languageParameters() : 0;
    long gradients = trainedIn32Bit() * BYTES_32_BIT + in16Bit() * BYTES_16_BIT;
    return new TrainingState(gradients, gradients * MOMENTS + masterCopy * BYTES_32_BIT);
  }

  private long trainedIn32Bit() {
    return tuning.method() == TuningMethod.FULL ? model().languageParameters() : in32Bit();
  }

  /** Adapters: PEFT makes them in 32 bit whatever the base has. */
  private long in32Bit() {
    return tuning.adapters().parameters(model());
  }

  /** Copies of the embedding tables, which are trained as the model has them. */
  private long in16Bit() {
    return tuning.trainsEmbeddings() ? model().embeddingParameters() : 0;
  }

  private Model model() {
    return tuning.model();
  }
}
