package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.CacheMemory;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.TrainingState;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.WeightMemory;
import java.util.Optional;

/**
 * Memory of training on each of one or several GPUs. Where each constant comes from, and how far
 * published runs lie from the whole, is in {@code docs/decisions/tuning.md}.
 */
public final class TrainingPeak {

  private static final long MIB = 1L << 20;

  /** PyTorch's context, as for inference. */
  private static final long CUDA_CONTEXT = 461 * MIB;

  /**
   * Workspaces of the matrix products and blocks that the allocator cannot use. Calibrated: what
   * the shortest published LoRA runs take beyond everything that is counted.
   */
  private static final long WORKSPACE = 768 * MIB;

  /** 1 to 2 GiB: stas00/ml-engineering@744d01e18b79 training/performance. */
  private static final long NCCL = 1024 * MIB;

  /** ZeRO collects gradients in buckets of 5e8 elements (DeepSpeed's default). */
  private static final long ZERO_BUCKET = 1_000_000_000;

  /** Stage 3 changes so many weights in 32 bit at a time (DeepSpeed's default sub_group_size). */
  private static final long ZERO_GROUP = 4_000_000_000L;

  private static final int BYTES_16_BIT = 2;

  private final Tuning tuning;
  private final Quantization format;
  private final Model model;
  private final TrainingSettings settings;
  private final TrainedState state;
  private final boolean full;

  public TrainingPeak(Tuning tuning, Quantization format) {
    this.tuning = tuning;
    this.format = format;
    this.model = tuning.model();
    this.settings = tuning.settings();
    this.state = new TrainedState(tuning, format);
    this.full = tuning.method() == TuningMethod.FULL;
  }

  /** On one GPU, in the parts that every task has. */
  public MemoryEstimate alone() {
    return estimate(onOne(), 1);
  }

  /** On one GPU. */
  public TrainingMemory onOne() {
    Sharding asked = settings.sharding();
    boolean needsPlace = asked == Sharding.AUTO && settings.offload() == Offload.PARAMETERS;
    Sharding usual = asked == Sharding.AUTO ? Sharding.NONE : asked;
    Sharding sharding = needsPlace ? divided() : usual;
    return on(sharding, 1, TrainingStep.of(tuning, sharding));
  }

  /** What guides take where one GPU has no room for a copy. */
  Sharding divided() {
    return tuning.method() == TuningMethod.QLORA ? Sharding.FSDP : Sharding.ZERO3;
  }

  /**
   * @param sharding not {@link Sharding#AUTO}
   * @param gpus that divide the run
   * @param step of the tokens that each of them has
   */
  TrainingMemory on(Sharding sharding, int gpus, TrainingStep step) {
    return new Share(sharding, gpus).memory(step);
  }

  /** The same of all GPUs together, in the parts that every task has. */
  MemoryEstimate estimate(TrainingMemory each, int gpus) {
    WeightMemory weights = state.weights();
    double held = weights.total() == 0 ? 0 : (double) each.weights() * gpus / weights.total();
    return new MemoryEstimate(
            weights.times(held),
            CacheMemory.NONE,
            Optional.empty(),
            each.transients() * gpus,
            each.adapters() * gpus,
            each.cudaContext() * gpus,
            tuning.method().errorPercent(),
            Optional.of(new TrainingState(each.gradients() * gpus, each.optimizer() * gpus)))
        .widened(model, format);
  }

  /** What one of several GPUs has. */
  private final class Share {

    private final Sharding sharding;
    private final int gpus;
    private final boolean offloadsAll;

    Share(Sharding sharding, int gpus) {
      this.sharding = sharding;
      this.gpus = gpus;
      this.offloadsAll = settings.offload() == Offload.PARAMETERS;
    }

    TrainingMemory memory(TrainingStep step) {
      Gathering gathering =
          new Gathering(
              model,
              state.weights().total(),
              full ? state.gradients() : 0,
              sharding,
              gpus,
              offloadsAll);
      long kept = keptGradients();
      Moment fullest =
          Moment.fullest(step, gathering, optimizerStep(), gradientsComeLate() ? kept : 0);
      return new TrainingMemory(
          sharding,
          offloadsAll ? 0 : part(state.base(sharding), sharding.dividesWeights()),
          offloadsAll ? 0 : part(state.adapters(), sharding.dividesWeights()),
          offloadsAll ? 0 : kept,
          settings.offload() == Offload.NONE
              ? part(state.ofOptimizer(sharding), sharding.dividesOptimizer())
              : 0,
          fullest.activations(),
          fullest.logits(),
          fullest.gathered() + buckets() + staged(gathering),
          fullest.optimizerStep(),
          WORKSPACE + fullest.unusable(),
          fullest.unusable(),
          gpus > 1 || sharding != Sharding.NONE ? NCCL : 0,
          CUDA_CONTEXT,
          state.onHosts(sharding));
    }

    /**
     * Whether a step starts without gradients. Passes that are added up keep them, ZeRO has buffers
     * for them and DistributedDataParallel buckets; those of adapters are too small to matter.
     */
    private boolean gradientsComeLate() {
      boolean own = sharding == Sharding.FSDP || sharding == Sharding.NONE && gpus == 1;
      return full && own && settings.accumulation() == 1 && settings.offload() == Offload.NONE;
    }

    /**
     * While passes are added up, accelerate does not let FSDP send gradients, which stay whole
     * (huggingface/accelerate@16cb6eb8 gradient_synchronization.md), in the 16 bit that FSDP
     * calculates and sends in ({@code reduce_dtype} in accelerate 1.15 utils/dataclasses.py); what
     * they become of in 32 bit is there when the last pass is over. torchtune sends them each time.
     */
    private long keptGradients() {
      long divided = part(state.gradients(), sharding.dividesGradients());
      boolean waits =
          sharding == Sharding.FSDP
              && settings.accumulation() > 1
              && settings.trainer() != Trainer.TORCHTUNE;
      return waits ? Math.max(divided, state.gradientsIn16Bit()) : divided;
    }

    private long part(long bytes, boolean divided) {
      return divided ? (bytes + gpus - 1) / gpus : bytes;
    }

    /**
     * What gradients are sent in: all of them at once, or a bucket of ZeRO's. What is larger than a
     * bucket goes alone, and that is a table of the vocabulary ({@code extra_large_param_to_reduce}
     * in DeepSpeed's stage_1_and_2.py).
     */
    private long buckets() {
      long table = model.embeddingTableParameters() * BYTES_16_BIT;
      return switch (sharding) {
        case AUTO, FSDP, ZERO3 -> 0;
        case NONE -> gpus == 1 ? 0 : state.gradients();
        case ZERO1, ZERO2 -> Math.min(Math.max(ZERO_BUCKET, table), state.trained() * BYTES_16_BIT);
      };
    }

    /** What offloaded adapters have on the GPU. */
    private long staged(Gathering gathering) {
      return offloadsAll && !full
          ? gathering.staged(state.ofTrained()) + state.tables() * BYTES_16_BIT
          : 0;
    }

    /**
     * What is between gradients and weights, of the size of what is changed at once. Trainers hand
     * DeepSpeed their own optimizer, which it steps as it is unless the host has its states; stage
     * 3 takes the weights in groups of 1e9 (sub_group_size).
     */
    private long optimizerStep() {
      boolean atOnce =
          settings.optimizer().worksOnAllAtOnce() && settings.offload() == Offload.NONE;
      long step = atOnce ? part(state.gradients(), sharding.dividesOptimizer()) : 0;
      return sharding == Sharding.ZERO3 ? Math.min(step, ZERO_GROUP) : step;
    }
  }
}
