package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A task laid on GPUs: does it fit, and how far could it grow.
 *
 * @param requiredBytes what all GPUs together must have, were each as full as the fullest
 * @param usableBytes what the runtime may use of the worst card, times the GPUs
 * @param obstacle what keeps it from running at all, whatever the memory
 * @param largestContext tokens of the longest sequence that still fits, all else equal; at most
 *     what the model takes, 0 where none does
 * @param largestConcurrency sequences that still fit at the asked length; 0 where none does
 */
public record Fitting(
    Fit fit,
    long requiredBytes,
    long usableBytes,
    Optional<Obstacle> obstacle,
    int largestContext,
    int largestConcurrency) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What memory cannot help. */
  public enum Obstacle {
    /** A card that may turn up cannot compute the format. */
    LACKS_FP8,
    /** The runtime cannot spread the model over so many GPUs. */
    CANNOT_SPLIT
  }

  /**
   * @param estimate of this task in this format: the same for all hardware, so made once
   */
  public static Fitting of(
      Task task, Quantization format, MemoryEstimate estimate, Hardware hardware) {
    long usable = usableBytesOfOne(hardware, task);
    long required = GpuShare.fullestBytes(task, estimate, hardware.gpus());
    Optional<Obstacle> obstacle = obstacle(task, format, hardware);
    Limits limits = new Limits(task, estimate, usable, hardware.gpus());
    return new Fitting(
        obstacle.isPresent() ? Fit.NO : Fit.of(required, usable),
        required * hardware.gpus(),
        usable * hardware.gpus(),
        obstacle,
        obstacle.isPresent() ? 0 : limits.largestContext(),
        obstacle.isPresent() ? 0 : limits.largestConcurrency());
  }

  private static Optional<Obstacle> obstacle(Task task, Quantization format, Hardware hardware) {
    if (format.needsFp8() && !hardware.cards().stream().allMatch(Card::supportsFp8)) {
      return Optional.of(Obstacle.LACKS_FP8);
    }
    return GpuShare.isPossible(task, hardware.gpus())
        ? Optional.empty()
        : Optional.of(Obstacle.CANNOT_SPLIT);
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
