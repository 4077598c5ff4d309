package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Capability;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.FormatSupport;
import dev.gpuadvisor.catalog.Quantization;
import java.util.List;
import java.util.Optional;

/** What keeps a task from running at all, whatever the memory. */
public sealed interface Obstacle permits Obstacle.LacksFormat, Obstacle.CannotSplit {

  /**
   * A card that may turn up cannot compute the format.
   *
   * @param cards those that cannot, by name
   * @param needs the least compute capability that the runtime's kernels of the format take
   */
  record LacksFormat(String runtime, String format, List<String> cards, Capability needs)
      implements Obstacle {}

  /** The runtime cannot spread the model over so many GPUs. */
  record CannotSplit(int gpus) implements Obstacle {}

  static Optional<Obstacle> of(Workload workload, Quantization format, Hardware hardware) {
    FormatSupport support = workload.runtime().support();
    List<String> without =
        hardware.cards().stream()
            .filter(card -> support.on(card, format).isEmpty())
            .map(Card::name)
            .toList();
    if (!without.isEmpty()) {
      Capability needs = support.least(format).orElseThrow();
      return Optional.of(
          new LacksFormat(workload.runtime().runtime(), format.name(), without, needs));
    }
    return GpuShare.isPossible(workload, hardware.gpus())
        ? Optional.empty()
        : Optional.of(new CannotSplit(hardware.gpus()));
  }
}
