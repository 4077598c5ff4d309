package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;

/** What people reckon with. */
enum RuleOfThumb {
  WEIGHTS_ONLY("parameters x bits / 8") {
    @Override
    double gib(MemoryRow row) {
      return row.model().parameters() * nominalBits(row) / 8 / GIB;
    }
  },
  TWENTY_PERCENT_ON_PARAMETERS("parameters x bits / 8 x 1.2") {
    @Override
    double gib(MemoryRow row) {
      return WEIGHTS_ONLY.gib(row) * TWENTY_PERCENT_MORE;
    }
  },
  TWENTY_PERCENT_ON_CHECKPOINT("checkpoint size x 1.2 (Accelerate)") {
    @Override
    double gib(MemoryRow row) {
      Workload workload = Workloads.on(row.runtime(), row.model().id(), row.tokens());
      double weights = MemoryEstimate.of(workload, row.format()).weightsBytes();
      return weights / GIB * TWENTY_PERCENT_MORE;
    }
  };

  private static final double GIB = 1L << 30;
  private static final double TWENTY_PERCENT_MORE = 1.2;

  private final String text;

  RuleOfThumb(String text) {
    this.text = text;
  }

  abstract double gib(MemoryRow row);

  String text() {
    return text;
  }

  double errorPercent(MemoryRow row) {
    return (gib(row) / row.measured() - 1) * 100;
  }

  private static double nominalBits(MemoryRow row) {
    return Math.floor(row.format().bitsPerWeight());
  }
}
