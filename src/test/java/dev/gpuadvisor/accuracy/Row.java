package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;

/** A published measurement and what this program says to it. */
sealed interface Row permits MemoryRow, SpeedRow, TuningRow {

  /** What runs it: of fine-tuning, the method. */
  String runtime();

  Model model();

  Quantization format();

  double measured();

  double estimated();

  /** Above 0 where the estimate is too high. */
  default double errorPercent() {
    return (estimated() / measured() - 1) * 100;
  }
}
