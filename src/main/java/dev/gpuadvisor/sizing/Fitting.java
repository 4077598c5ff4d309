package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;

/**
 * A workload laid on GPUs: does it fit, and how far could it grow.
 *
 * @param requiredBytes what all GPUs together must have, were each as full as the fullest
 * @param usableBytes what the runtime may use of the worst card, times the GPUs
 * @param lacksFp8 whether a card that may turn up cannot compute the format
 * @param largestContext tokens of the longest context that still fits, all else equal; at most what
 *     the model takes, 0 where none does
 * @param largestConcurrency sequences that still fit at the asked context; 0 where none does
 */
public record Fitting(
    Fit fit,
    long requiredBytes,
    long usableBytes,
    boolean lacksFp8,
    int largestContext,
    int largestConcurrency) {

  /**
   * @param estimate of this workload in this format: the same for all hardware, so made once
   */
  public static Fitting of(
      Workload workload, Quantization format, MemoryEstimate estimate, Hardware hardware) {
    long usable = usableBytesOfOne(hardware, workload.runtime());
    long required = LayerSplit.fullestBytes(workload.model(), estimate, hardware.gpus());
    boolean lacksFp8 = format.needsFp8() && !hardware.cards().stream().allMatch(Card::supportsFp8);
    Fit fit = lacksFp8 ? Fit.NO : Fit.of(required, usable);
    Limits limits = new Limits(workload, estimate, usable, hardware.gpus());
    return new Fitting(
        fit,
        required * hardware.gpus(),
        usable * hardware.gpus(),
        lacksFp8,
        lacksFp8 ? 0 : limits.largestContext(),
        lacksFp8 ? 0 : limits.largestConcurrency());
  }

  /** Whether the workload leaves the rest free, exactly. */
  public boolean usesAtMost(int percent) {
    return Fit.isAtMost(requiredBytes, usableBytes, percent);
  }

  private static long usableBytesOfOne(Hardware hardware, RuntimeProfile runtime) {
    return (long) (hardware.worstCard().reportedBytes() * runtime.usableFraction());
  }
}
