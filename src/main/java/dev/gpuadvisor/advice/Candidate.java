package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Workload;
import java.util.Comparator;

/** An offer in the size that the workload needs, before it is compared with others. */
record Candidate(Worker worker, Fitting fitting, Price price) {

  /** Cheapest first; at one price the one with more memory, then with more supply. */
  static final Comparator<Candidate> CHEAPEST =
      Comparator.comparing(Candidate::price)
          .thenComparing(candidate -> -candidate.worker().nominalGb())
          .thenComparing(candidate -> candidate.offer().supply(), Comparator.reverseOrder())
          .thenComparing(candidate -> candidate.offer().id());

  /** A workload in one format, with its estimate: the same for every offer. */
  record Need(Workload workload, QuantizationChoice quantization, MemoryEstimate estimate) {
    static Need of(Workload workload, QuantizationChoice quantization) {
      return new Need(workload, quantization, MemoryEstimate.of(workload, quantization.format()));
    }
  }

  /** The smallest worker that fits comfortably, else the smallest that fits, else the largest. */
  static Candidate of(Offer offer, Need need, int maxGpus) {
    int most = Math.max(1, Math.min(offer.maxUnits(), maxGpus / offer.gpus()));
    Candidate tight = null;
    Candidate last = null;
    for (int units = 1; units <= most; units++) {
      last = of(new Worker(offer, units), need);
      if (last.fitting.fit() == Fit.COMFORTABLE) {
        return last;
      }
      if (last.fitting.fit() == Fit.TIGHT && tight == null) {
        tight = last;
      }
    }
    return tight == null ? last : tight;
  }

  private static Candidate of(Worker worker, Need need) {
    Fitting fitting =
        Fitting.of(
            need.workload(), need.quantization().format(), need.estimate(), worker.hardware());
    return new Candidate(worker, fitting, worker.price());
  }

  Offer offer() {
    return worker.offer();
  }

  boolean isComfortable() {
    return fitting.fit() == Fit.COMFORTABLE;
  }

  boolean isAllowed(Constraints constraints) {
    return !constraints.overBudget(price) && offer().supply().atLeast(constraints.minSupply());
  }
}
