package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.MemoryType;

/**
 * Share of a card's 16-bit arithmetic that matrix products of training keep up, everything
 * calculated again counted. Calibrated on the rows of {@code finetuning-speed.csv}; why each is
 * what it is: {@code docs/decisions/tuning.md}.
 *
 * @param full where all weights are trained
 * @param adapters with the small products of LoRA between
 */
record ComputeShare(double full, double adapters) {

  /** What cards with GDDR reach is limited by their power: see {@link #byPower}. */
  private static final double MOST = 0.66;

  private static final double AT_ONE_TFLOPS_A_WATT = 0.34;
  private static final double POWER_EXPONENT = -0.6;

  /** Turing has no FlashAttention, and its matrix units wait for memory. */
  private static final double OF_TURING = 0.6;

  /** A model of experts has many small products. */
  private static final double OF_EXPERTS = 0.3;

  static double of(Card card, boolean full, boolean experts) {
    ComputeShare share = of(card);
    return (full ? share.full : share.adapters) * (experts ? OF_EXPERTS : 1);
  }

  private static ComputeShare of(Card card) {
    boolean hbm = card.memoryType() == MemoryType.HBM;
    if (!hbm) {
      return byPower(card);
    }
    return switch (card.architecture()) {
      case "Ampere" -> new ComputeShare(0.63, 0.52);
      case "Hopper" -> hopper(card);
      case "Blackwell" -> new ComputeShare(0.35, 0.30);
      case "CDNA 3", "CDNA 4" -> new ComputeShare(0.25, 0.20);
      default -> new ComputeShare(0.35, 0.30);
    };
  }

  /** The H20 has the memory of a Hopper for a seventh of its arithmetic, which is always fed. */
  private static ComputeShare hopper(Card card) {
    return card.fp16Tflops() < 200 ? new ComputeShare(0.95, 0.85) : new ComputeShare(0.53, 0.38);
  }

  private static ComputeShare byPower(Card card) {
    double perWatt = card.fp16Tflops() / Math.max(1, card.tdpWatts());
    double share = Math.min(MOST, AT_ONE_TFLOPS_A_WATT * Math.pow(perWatt, POWER_EXPONENT));
    double kept = share * (card.architecture().equals("Turing") ? OF_TURING : 1);
    return new ComputeShare(kept, kept);
  }
}
