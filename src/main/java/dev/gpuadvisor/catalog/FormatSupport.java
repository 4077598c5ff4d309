package dev.gpuadvisor.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which compute capability a runtime's kernels of a format need, and how they run there. From one
 * step of the ladder to the next nothing changes; below the first step the format does not run.
 *
 * @param steps by id of the format, lowest capability first; those of {@code *} are of all formats
 *     that are not named; a format of which nothing is said runs wherever the runtime does
 * @param others what other runtimes run, for cards on which this one does not
 */
public record FormatSupport(Map<String, List<Step>> steps, List<Other> others) {

  private static final String ALL = "*";

  /** Nothing is known to be refused. */
  public static final FormatSupport ANYWHERE = new FormatSupport(Map.of(), List.of());

  /** How a format runs on a card. */
  public enum How {
    /** The card computes in it. */
    NATIVE,
    /** Stored in it, computed in 16 bit: memory is saved, arithmetic is not. */
    WEIGHT_ONLY,
    /** Without units of its own, and slowly. */
    EMULATED,
    /** Loaded, but not recommended by the runtime's own documentation. */
    EXPERIMENTAL,
    /** No longer: newer cards lack what it needs. */
    NONE
  }

  /**
   * One step of the ladder.
   *
   * @param from least compute capability
   * @param source that says so
   */
  public record Step(Capability from, How how, String source) {}

  /**
   * Another runtime, which has kernels of its own.
   *
   * @param support its own, without others
   */
  public record Other(String runtime, FormatSupport support) {}

  public FormatSupport {
    steps = Map.copyOf(steps);
    others = List.copyOf(others);
  }

  /** Another runtime that runs a format on all of these cards. */
  public Optional<String> otherOf(Quantization format, List<Card> cards) {
    return others.stream()
        .filter(other -> other.support.steps.containsKey(format.id()))
        .filter(other -> other.support.runs(format, cards))
        .map(Other::runtime)
        .findFirst();
  }

  /** Another that runs on all of them whatever is not named. */
  public Optional<String> otherOn(Quantization format, List<Card> cards) {
    return others.stream()
        .filter(other -> other.support.steps.containsKey(ALL))
        .filter(other -> other.support.runs(format, cards))
        .map(Other::runtime)
        .findFirst();
  }

  /** Whether a format runs on all of these cards. */
  public boolean runs(Quantization format, List<Card> cards) {
    return cards.stream().allMatch(card -> on(card, format).isPresent());
  }

  /** How the format runs on a card; empty where it does not. Nothing is known but of NVIDIA's. */
  public Optional<How> on(Card card, Quantization format) {
    List<Step> ladder = ladder(format);
    if (ladder.isEmpty() || card.vendor() != Vendor.NVIDIA) {
      return Optional.of(How.NATIVE);
    }
    Optional<How> how = Optional.empty();
    for (Step step : ladder) {
      if (step.from().compareTo(card.computeCapability()) <= 0) {
        how = Optional.of(step.how()).filter(runs -> runs != How.NONE);
      }
    }
    return how;
  }

  /** Whether some card computes in it: then it matters that another only stores it. */
  public boolean isNativeSomewhere(Quantization format) {
    return ladder(format).stream().anyMatch(step -> step.how() == How.NATIVE);
  }

  /** Whether it is loaded, and its own documentation advises against it on every card. */
  public boolean isExperimental(Quantization format) {
    List<Step> own = steps.getOrDefault(format.id(), List.of());
    return !own.isEmpty() && own.stream().allMatch(step -> step.how() == How.EXPERIMENTAL);
  }

  /** The least capability on which the format runs; empty where that is not known. */
  public Optional<Capability> least(Quantization format) {
    return ladder(format).stream().findFirst().map(Step::from);
  }

  private List<Step> ladder(Quantization format) {
    List<Step> own = steps.get(format.id());
    return own == null ? steps.getOrDefault(ALL, List.of()) : own;
  }
}
