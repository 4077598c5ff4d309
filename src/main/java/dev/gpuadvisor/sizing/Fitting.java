package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.memory.VllmFitting;
import dev.gpuadvisor.sizing.tuning.Training;
import dev.gpuadvisor.sizing.tuning.TuningFitting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A task laid on GPUs: does it fit, and how far could it grow.
 *
 * @param requiredBytes what all GPUs together must have, were each as full as the fullest
 * @param usableBytes what the runtime may use of the worst card, times the GPUs
 * @param obstacle what keeps it from running at all, whatever the memory
 * @param room how far the task could grow
 * @param vllm its own accounting on one GPU, where it serves; worked out when it is asked for
 * @param training what each GPU holds and how fast it learns, where it does
 */
public record Fitting(
    Fit fit,
    long requiredBytes,
    long usableBytes,
    Optional<Obstacle> obstacle,
    Room room,
    Optional<VllmFitting> vllm,
    Optional<Training> training) {

  private record OfVllm(VllmFitting fitting) implements Room {

    @Override
    public int largestContext() {
      return fitting.largestContext();
    }

    @Override
    public int largestConcurrency() {
      return fitting.largestConcurrency();
    }
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * @param estimate of this task in this format: the same for all hardware, so made once
   */
  public static Fitting of(
      Task task, Quantization format, MemoryEstimate estimate, Hardware hardware) {
    if (task instanceof Tuning tuning) {
      return ofTuning(new TuningFitting(tuning, format, hardware), hardware.gpus());
    }
    Workload workload = (Workload) task;
    if (VllmFitting.applies(workload)) {
      return ofVllm(workload, format, estimate, hardware);
    }
    long usable = usableBytesOfOne(hardware, workload);
    long required = GpuShare.fullestBytes(workload, estimate, hardware.gpus());
    Optional<Obstacle> obstacle = Obstacle.of(workload, format, hardware);
    Limits limits = new Limits(workload, estimate, usable, hardware.gpus());
    return new Fitting(
        obstacle.isPresent() ? Fit.NO : Fit.of(required, usable),
        required * hardware.gpus(),
        usable * hardware.gpus(),
        obstacle,
        obstacle.isPresent() ? Room.NONE : limits,
        Optional.empty(),
        Optional.empty());
  }

  private static Fitting ofTuning(TuningFitting fitting, int gpus) {
    Training training = fitting.training();
    long peak = training.memory().peak();
    return new Fitting(
        Fit.of(peak, fitting.usableBytes()),
        peak * gpus,
        fitting.usableBytes() * gpus,
        Optional.empty(),
        fitting,
        Optional.empty(),
        Optional.of(training));
  }

  private static Fitting ofVllm(
      Workload workload, Quantization format, MemoryEstimate estimate, Hardware hardware) {
    Optional<Obstacle> obstacle = Obstacle.of(workload, format, hardware);
    VllmFitting fitting =
        VllmFitting.of(workload, format, estimate, hardware.worstCard(), hardware.gpus());
    long required = fitting.requiredBytes();
    long usable = fitting.usableBytes();
    boolean runs = obstacle.isEmpty();
    return new Fitting(
        runs && fitting.fits() ? Fit.of(required, usable) : Fit.NO,
        required * hardware.gpus(),
        usable * hardware.gpus(),
        obstacle,
        runs ? new OfVllm(fitting) : Room.NONE,
        runs ? Optional.of(fitting) : Optional.empty(),
        Optional.empty());
  }

  /** Tokens of the longest sequence that still fits, all else equal; 0 where none does. */
  public int largestContext() {
    return room.largestContext();
  }

  /** Sequences that still fit at the asked length; 0 where none does. */
  public int largestConcurrency() {
    return room.largestConcurrency();
  }

  /** Whether there is memory enough, and the server would not come up all the same. */
  public boolean failsToStart() {
    return obstacle.isEmpty() && fit == Fit.NO && requiredBytes <= usableBytes;
  }

  /** Share of the usable memory that is needed, in percent to one decimal. */
  public BigDecimal memoryPercent() {
    return BigDecimal.valueOf(requiredBytes)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(usableBytes), 1, RoundingMode.HALF_UP);
  }

  /** Whether the task leaves the rest free, exactly. */
  public boolean usesAtMost(int percent) {
    return Fit.isAtMost(requiredBytes, usableBytes, percent);
  }

  private static long usableBytesOfOne(Hardware hardware, Task task) {
    return (long) (hardware.worstCard().reportedBytes() * task.usableFraction());
  }
}
