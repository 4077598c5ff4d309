package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Capability;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.FormatSupport;
import dev.gpuadvisor.catalog.Quantization;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What keeps a task from running at all, whatever the memory. */
public sealed interface Obstacle
    permits Obstacle.LacksFormat, Obstacle.CannotSplit, Obstacle.CannotCutExperts {

  /**
   * A card that may turn up cannot compute the format.
   *
   * @param cards those that cannot, by name
   * @param newest capability of those that cannot
   * @param needs the least compute capability that the runtime's kernels of the format take
   * @param standIn a format that takes the same memory and runs on the cards; empty where there is
   *     none
   * @param elsewhere another runtime that runs the format on the cards; empty where none does
   * @param ofFiles another that runs files of its own format on them; empty where none does
   */
  record LacksFormat(
      String runtime,
      String format,
      List<String> cards,
      Capability needs,
      Capability newest,
      Optional<String> standIn,
      Optional<String> elsewhere,
      Optional<String> ofFiles)
      implements Obstacle {

    /** Whether a card is too new for it: older ones have what the kernels need. */
    public boolean isOutgrown() {
      return newest.compareTo(needs) >= 0;
    }
  }

  /**
   * The runtime cannot spread the model over so many GPUs.
   *
   * @param instead the layout in which it can; empty where there is none
   */
  record CannotSplit(int gpus, Optional<Parallel> instead) implements Obstacle {}

  /** It could, but for experts whose weights lie in blocks that are not cut. */
  record CannotCutExperts(int gpus, String whole) implements Obstacle {}

  static Optional<Obstacle> of(Workload workload, Quantization format, Hardware hardware) {
    for (Card card : hardware.cards()) {
      if (workload.runtime().support().on(card, format).isEmpty()) {
        return Optional.of(lacksFormat(workload, format, hardware));
      }
    }
    int gpus = hardware.gpus();
    if (!GpuShare.isPossible(workload, format, gpus)) {
      return Optional.of(new CannotSplit(gpus, workload.stagesInstead(format, gpus)));
    }
    return workload
        .wholeExpertsInstead(format, gpus)
        .map(whole -> new CannotCutExperts(gpus, whole.toString()));
  }

  private static LacksFormat lacksFormat(
      Workload workload, Quantization format, Hardware hardware) {
    FormatSupport support = workload.runtime().support();
    List<Card> without =
        hardware.cards().stream().filter(card -> support.on(card, format).isEmpty()).toList();
    return new LacksFormat(
        workload.runtime().runtime(),
        format.name(),
        without.stream().map(Card::name).toList(),
        support.least(format).orElseThrow(),
        without.stream().map(Card::computeCapability).max(Comparator.naturalOrder()).orElseThrow(),
        standIn(workload, format, hardware),
        support.otherOf(format, hardware.cards()),
        support.otherOn(format, hardware.cards()));
  }

  private static Optional<String> standIn(
      Workload workload, Quantization format, Hardware hardware) {
    if (!format.isSixteenBit()) {
      return Optional.empty();
    }
    FormatSupport support = workload.runtime().support();
    return workload.runtime().formats().getOrDefault(format.family(), List.of()).stream()
        .filter(other -> other.isStoredAs(format))
        .filter(other -> support.runs(other, hardware.cards()))
        .map(Quantization::name)
        .findFirst();
  }
}
