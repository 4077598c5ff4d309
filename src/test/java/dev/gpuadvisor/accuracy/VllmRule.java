package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.sizing.WeightMemory;
import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.OptionalDouble;

/** How people work out whether vLLM starts, and what cache it has, on one GPU of several. */
enum VllmRule {
  ADVISOR("this program") {
    @Override
    OptionalDouble cacheGib(VllmRow row) {
      return row.memory().map(VllmMemory::cache).map(VllmRow::gib).stream()
          .mapToDouble(gib -> gib)
          .findFirst();
    }

    @Override
    OptionalDouble sequences(VllmRow row) {
      return row.memory().stream().mapToDouble(VllmMemory::maxConcurrency).findFirst();
    }

    @Override
    boolean isFit(VllmRow row) {
      return row.isFit();
    }
  },
  TWENTY_PERCENT_MORE("weights x 1.2 within the card") {
    @Override
    OptionalDouble cacheGib(VllmRow row) {
      return OptionalDouble.empty();
    }

    @Override
    OptionalDouble sequences(VllmRow row) {
      return OptionalDouble.empty();
    }

    @Override
    boolean isFit(VllmRow row) {
      return 1.2 * weightsGib(row) <= VllmRow.gib(row.card().cudaBytes());
    }
  },
  /** As vLLM's documents explain its cache. */
  SHARE_LESS_WEIGHTS(
      "share of the card less weights; 2 x layers x key/value heads x width a token") {
    @Override
    OptionalDouble cacheGib(VllmRow row) {
      double share = row.workload().settings().gpuMemoryUtilization().orElseThrow();
      return OptionalDouble.of(VllmRow.gib(row.card().cudaBytes()) * share - weightsGib(row));
    }

    @Override
    OptionalDouble sequences(VllmRow row) {
      double cache = cacheGib(row).orElseThrow();
      return OptionalDouble.of(Math.max(0, cache) / sequenceGib(row));
    }

    @Override
    boolean isFit(VllmRow row) {
      return sequences(row).orElseThrow() >= 1;
    }

    private double sequenceGib(VllmRow row) {
      long elements = row.workload().model().attention().kvElementsPerTokenAndLayer();
      double bytes = elements * row.workload().kvCache().bytesPerBlock() / 32.0;
      double tokens = row.workload().tokens().context();
      return bytes * row.workload().model().layers() * tokens / row.gpus() / (1L << 30);
    }
  };

  private final String text;

  VllmRule(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Empty where the rule says nothing of it. */
  abstract OptionalDouble cacheGib(VllmRow row);

  abstract OptionalDouble sequences(VllmRow row);

  abstract boolean isFit(VllmRow row);

  private static double weightsGib(VllmRow row) {
    WeightMemory weights = WeightMemory.resident(row.workload().model(), row.format());
    return VllmRow.gib(weights.total()) / row.gpus();
  }
}
