package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.LargestSize;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Room;
import dev.gpuadvisor.sizing.Tuning;

/**
 * A run laid on GPUs.
 *
 * <p>{@link Sharding#AUTO} is what the guides of the trainers take: a copy on each GPU where one
 * has room for it with a tenth to spare; else FSDP for a quantized base (bitsandbytes' guide)
 * unless it leaves more of the layers (see {@link TrainingStep}), and ZeRO-3 for anything else
 * (LLaMA-Factory's and ms-swift's examples).
 */
public final class TuningFitting implements Room {

  private final Tuning tuning;
  private final TrainingPeak peak;
  private final Hardware hardware;
  private final int gpus;
  private final long usable;

  public TuningFitting(Tuning tuning, Quantization format, Hardware hardware) {
    this.tuning = tuning;
    this.peak = new TrainingPeak(tuning, format);
    this.hardware = hardware;
    this.gpus = hardware.gpus();
    this.usable = (long) (hardware.worstCard().reportedBytes() * tuning.usableFraction());
  }

  /** Of one GPU. */
  public long usableBytes() {
    return usable;
  }

  /** What each GPU holds. */
  public TrainingMemory memory() {
    return memory(tuning);
  }

  /** With the speed. */
  public Training training() {
    TrainingMemory memory = memory();
    return new Training(memory, TrainingSpeed.of(tuning, hardware, memory));
  }

  /** The same of all GPUs together. */
  public MemoryEstimate estimate() {
    return peak.estimate(memory(), gpus);
  }

  /** Tokens of the longest sequence, at most what the model takes. */
  @Override
  public int largestContext() {
    int most = Math.min(tuning.model().maxContext(), tuning.longest());
    return LargestSize.within(usable, most, length -> memory(tuning.withLength(length)).peak());
  }

  /** Of one step. */
  @Override
  public int largestConcurrency() {
    return LargestSize.within(
        usable, tuning.mostSequences(), batch -> memory(tuning.withSequences(batch)).peak());
  }

  /**
   * @param sized the same run in this or another size
   */
  private TrainingMemory memory(Tuning sized) {
    TrainingSettings settings = sized.settings();
    if (settings.sharding() != Sharding.AUTO) {
      return on(settings.sharding(), sized);
    }
    if (settings.offload() == Offload.PARAMETERS) {
      return divided(sized);
    }
    TrainingMemory copies = on(Sharding.NONE, sized);
    if (gpus == 1 || settings.trainer() == Trainer.UNSLOTH || isComfortable(copies)) {
      return copies;
    }
    TrainingMemory divided = divided(sized);
    return divided.peak() < copies.peak() ? divided : copies;
  }

  /** ZeRO-3 instead of FSDP where that leaves more of the layers than is needed. */
  private TrainingMemory divided(Tuning sized) {
    TrainingMemory usual = on(peak.divided(), sized);
    TrainingMemory other = on(Sharding.ZERO3, sized);
    return usual.activations() > other.activations() ? other : usual;
  }

  private TrainingMemory on(Sharding sharding, Tuning sized) {
    return peak.on(sharding, gpus, TrainingStep.of(sized, sharding));
  }

  private boolean isComfortable(TrainingMemory memory) {
    return Fit.of(memory.peak(), usable) == Fit.COMFORTABLE;
  }
}
