package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Capability;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.ServingProfile.Constant;
import java.util.Set;

/**
 * What a format costs on a card: one that the card computes gets more arithmetic done; another is
 * widened to 16 bit on its way.
 *
 * @param compute how much more arithmetic is done than in 16 bit
 * @param one what reading the weights for one token takes, over that of 16-bit ones by the byte
 * @param several the same for more tokens
 * @param widens whether kernels widen weights while they multiply
 * @param rounds which layers' inputs are rounded to their bits first
 */
record FormatCost(double compute, double one, double several, boolean widens, Rounded rounds) {

  /** Layers of which a kernel of its own rounds what goes into matrices. */
  enum Rounded {
    NONE,
    /** Of mixtures mostly the experts are in four bits, whose kernels round what they take. */
    DENSE,
    ALL
  }

  private static final Capability BLACKWELL = new Capability(10, 0);
  private static final int BITS_8 = 8;
  private static final int BITS_16 = 16;

  /** Computed in 8 bit by every card that runs them. */
  private static final Set<String> WHOLE_NUMBERS = Set.of("int8", "w8a8");

  /** bitsandbytes widens at most so many GB of four-bit weights a second, ... */
  private static final double NF4_GB_PER_SECOND = 1000;

  /** ... and never reads at the full bandwidth. */
  private static final double NF4_LEAST = 1.3;

  static FormatCost of(Quantization format, Card card, ServingProfile profile) {
    if (format.bitsPerWeight() >= BITS_16) {
      return new FormatCost(1, 1, 1, false, Rounded.NONE);
    }
    if (format.id().equals("nf4")) {
      // For more than one token it writes all weights in 16 bit and reads them again.
      double widened = 1 + 2 * BITS_16 / format.bitsPerWeight();
      double one = Math.max(NF4_LEAST, card.bandwidthGbPerSecond() / NF4_GB_PER_SECOND);
      return new FormatCost(1, one, widened, false, Rounded.NONE);
    }
    boolean blackwell = card.computeCapability().compareTo(BLACKWELL) >= 0;
    boolean four = format.id().equals("nvfp4") || format.id().contains("mxfp4");
    if (four && blackwell) {
      return new FormatCost(profile.get(Constant.FP4_COMPUTE), 1, 1, false, Rounded.DENSE);
    }
    boolean eight = format.bitsPerWeight() == BITS_8;
    if (eight && (card.supportsFp8() || WHOLE_NUMBERS.contains(format.id()))) {
      return new FormatCost(profile.get(Constant.FP8_COMPUTE), 1, 1, false, Rounded.ALL);
    }
    double widening = 1 / profile.get(Constant.WEIGHT_ONLY);
    return new FormatCost(1, widening, widening, true, Rounded.NONE);
  }

  /** How much longer reading takes for so many tokens. */
  double weights(double tokens) {
    return one + (several - one) * Math.max(0, Math.min(1, tokens - 1));
  }
}
