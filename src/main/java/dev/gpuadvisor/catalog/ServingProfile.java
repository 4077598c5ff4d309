package dev.gpuadvisor.catalog;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a server that batches continuously makes of cards: constants that were fitted to measured
 * runs, for all cards, and two shares for each card that was measured.
 */
public final class ServingProfile {

  /** What one constant stands for; its name in lower case is its field in {@code serving.json}. */
  public enum Constant {
    /** Milliseconds that a step costs the host, in releases before 0.8. */
    STEP_MS_BEFORE_0_8,
    /** Milliseconds that a layer costs besides, in releases before 0.8. */
    LAYER_MS_BEFORE_0_8,
    /** The same in releases from 0.8 on. */
    STEP_MS_BEFORE_0_21,
    /** The same in releases from 0.8 on. */
    LAYER_MS_BEFORE_0_21,
    /** Milliseconds of the host for each layer before 0.11, whose attention no graph holds. */
    HOST_LAYER_MS_BEFORE_0_11,
    /** The same from 0.21 on. */
    STEP_MS,
    /** The same from 0.21 on. */
    LAYER_MS,
    /** Milliseconds that the experts of a layer cost besides. */
    EXPERT_LAYER_MS,
    /** Milliseconds that latent attention costs a layer besides. */
    LATENT_LAYER_MS,
    /** The same besides on cards before Blackwell: their kernels plan, split and combine. */
    SPLIT_LATENT_LAYER_MS,
    /** Milliseconds of the host for latent attention that no graph holds, for a layer. */
    UNGRAPHED_LATENT_LAYER_MS,
    /** Milliseconds that a layer's grouped router took in releases before 0.11, in small steps. */
    GROUPED_ROUTER_LAYER_MS,
    /** Milliseconds that a layer takes to round what goes into its matrices. */
    ROUNDING_LAYER_MS,
    /** Microseconds that a step takes for each of its sequences, whatever the model. */
    SEQUENCE_US,
    /** Microseconds of the front end for each token that leaves it. */
    TOKEN_US,
    /** Milliseconds until a prompt is in the queue, and its first token out of the door. */
    FIRST_TOKEN_MS,
    /** Microseconds of the host for each token of a prompt. */
    PROMPT_TOKEN_US,
    /** Milliseconds that a layer takes to be launched without a graph. */
    EAGER_LAYER_MS,
    /** Prompts that wait for other prompts, as a share of what chance arrivals would make them. */
    QUEUE,
    /** Milliseconds that the front end keeps a first token back at half of its load. */
    FRONT_END_MS,
    /** Share of a card's usual bandwidth at which the cache is read. */
    CACHE_BANDWIDTH,
    /** Share of it at which experts are read. */
    EXPERT_BANDWIDTH,
    /** GB per second at which a GPU before Hopper reads the experts of one token at most. */
    EXPERT_GB_PER_SECOND_BEFORE_HOPPER,
    /** Share of a card's usual arithmetic that routed experts reach. */
    EXPERT_COMPUTE,
    /** Share of the bandwidth at which weights are read that are widened before the arithmetic. */
    WEIGHT_ONLY,
    /** Billions of experts' weights a second that are widened at most, on each GPU. */
    WIDENED_EXPERTS_GIGA,
    /** How much more arithmetic 8-bit formats get done than 16-bit ones. */
    FP8_COMPUTE,
    /** How much more 4-bit formats get done, where the card computes them. */
    FP4_COMPUTE,
    /** Microseconds that GPUs joined by NVLink take to agree, twice a layer. */
    NVLINK_US,
    /** The same for two GPUs on PCIe. */
    PCIE_US,
    /** Share of NVLink's bandwidth that adding up reaches. */
    NVLINK_SHARE,
    /** GB per second at which GPUs on PCIe add up. */
    PCIE_GB_PER_SECOND
  }

  /**
   * What a card reaches.
   *
   * @param bandwidth share of its memory bandwidth while weights are read
   * @param compute share of its 16-bit tensor throughput, for a moment
   * @param sustained share of that which is left while it generates all the time: cards slow down
   *     when they draw what they may, and kernels for mixed steps do less
   */
  public record Efficiency(double bandwidth, double compute, double sustained) {}

  private static final double UNTRIED_HBM = 0.82;
  private static final double UNTRIED_GDDR = 0.88;
  private static final double UNTRIED_COMPUTE = 0.75;
  private static final double SUSTAINED_HBM = 0.95;
  private static final double SUSTAINED_GDDR = 0.75;

  /** AMD's kernels were not measured: they may be half as good. */
  private static final double OTHER_VENDOR = 0.7;

  private final double[] constants;
  private final Map<Card, Efficiency> cards;

  /**
   * @param constants all of them
   * @param cards those that were measured
   */
  public ServingProfile(Map<Constant, Double> constants, Map<Card, Efficiency> cards) {
    this.constants = new double[Constant.values().length];
    constants.forEach((constant, value) -> this.constants[constant.ordinal()] = value);
    if (constants.size() != this.constants.length) {
      throw new IllegalArgumentException("constants: " + constants.keySet());
    }
    this.cards = new LinkedHashMap<>(cards);
  }

  public double get(Constant constant) {
    return constants[constant.ordinal()];
  }

  public Map<Constant, Double> constants() {
    Map<Constant, Double> all = new EnumMap<>(Constant.class);
    for (Constant constant : Constant.values()) {
      all.put(constant, get(constant));
    }
    return all;
  }

  public Map<Card, Efficiency> cards() {
    return Map.copyOf(cards);
  }

  public boolean isMeasured(Card card) {
    return cards.containsKey(card);
  }

  /** What a card reaches: as it was measured, or as its relatives and its figures say. */
  public Efficiency on(Card card) {
    Efficiency measured = cards.get(card);
    return measured == null ? foretold(card) : measured;
  }

  /**
   * The geometric mean of what is usual and what measured cards of the same architecture with the
   * same kind of memory reach.
   */
  private Efficiency foretold(Card card) {
    Efficiency usual = usual(card);
    double bandwidth = Math.log(usual.bandwidth());
    double compute = 0;
    double sustained = Math.log(usual.sustained());
    int relatives = 0;
    for (Map.Entry<Card, Efficiency> each : cards.entrySet()) {
      if (each.getKey().memoryType() == card.memoryType()
          && each.getKey().vendor() == card.vendor()
          && each.getKey().computeCapability().equals(card.computeCapability())) {
        bandwidth += Math.log(each.getValue().bandwidth());
        compute += Math.log(each.getValue().compute() / usual(each.getKey()).compute());
        sustained += Math.log(each.getValue().sustained());
        relatives++;
      }
    }
    return new Efficiency(
        Math.exp(bandwidth / (relatives + 1)),
        usual.compute() * Math.exp(compute / (relatives + 1)),
        Math.exp(sustained / (relatives + 1)));
  }

  /**
   * What is usual: cards with little power for their arithmetic cannot keep it up. A watt carries
   * one teraflop of 16-bit arithmetic at least.
   */
  public static Efficiency usual(Card card) {
    boolean hbm = card.memoryType() == MemoryType.HBM;
    double bandwidth = hbm ? UNTRIED_HBM : UNTRIED_GDDR;
    double power = Math.min(1, card.tdpWatts() / card.fp16Tflops());
    double kernels = card.vendor() == Vendor.NVIDIA ? 1 : OTHER_VENDOR;
    return new Efficiency(
        bandwidth * kernels,
        UNTRIED_COMPUTE * Math.sqrt(power) * kernels,
        hbm ? SUSTAINED_HBM : SUSTAINED_GDDR);
  }
}
