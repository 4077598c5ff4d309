package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import java.util.Optional;

/**
 * A workload laid on GPUs: does it fit, and how far could it grow.
 *
 * @param requiredBytes what all GPUs together must have, were each as full as the fullest
 * @param usableBytes what the runtime may use of the worst card, times the GPUs
 * @param obstacle what keeps it from running at all, whatever the memory
 * @param largestContext tokens of the longest context that still fits, all else equal; at most what
 *     the model takes, 0 where none does
 * @param largestConcurrency sequences that still fit at the asked context; 0 where none does
 */
public record Fitting(
    Fit fit,
    long requiredBytes,
    long usableBytes,
    Optional<Obstacle> obstacle,
    int largestContext,
    int largestConcurrency) {

  /** What memory cannot help. */
  public enum Obstacle {
    /** A card that may turn up cannot compute the format. */
    LACKS_FP8,
    /** The runtime cannot spread the model over so many GPUs. */
    CANNOT_SPLIT
  }

  /**
   * @param estimate of this workload in this format: the same for all hardware, so made once
   */
  public static Fitting of(
      Workload workload, Quantization format, MemoryEstimate estimate, Hardware hardware) {
    long usable = usableBytesOfOne(hardware, workload.runtime());
    long required = GpuShare.fullestBytes(workload, estimate, hardware.gpus());
    Optional<Obstacle> obstacle = obstacle(workload, format, hardware);
    Limits limits = new Limits(workload, estimate, usable, hardware.gpus());
    return new Fitting(
        obstacle.isPresent() ? Fit.NO : Fit.of(required, usable),
        required * hardware.gpus(),
        usable * hardware.gpus(),
        obstacle,
        obstacle.isPresent() ? 0 : limits.largestContext(),
        obstacle.isPresent() ? 0 : limits.largestConcurrency());
  }

  private static Optional<Obstacle> obstacle(
      Workload workload, Quantization format, Hardware hardware) {
    if (format.needsFp8() && !hardware.cards().stream().allMatch(Card::supportsFp8)) {
      return Optional.of(Obstacle.LACKS_FP8);
    }
    return GpuShare.isPossible(workload, hardware.gpus())
        ? Optional.empty()
        : Optional.of(Obstacle.CANNOT_SPLIT);
  }

  /** Whether the workload leaves the rest free, exactly. */
  public boolean usesAtMost(int percent) {
    return Fit.isAtMost(requiredBytes, usableBytes, percent);
  }

  private static long usableBytesOfOne(Hardware hardware, RuntimeProfile runtime) {
    return (long) (hardware.worstCard().reportedBytes() * runtime.usableFraction());
  }
}
