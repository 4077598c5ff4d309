package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import java.util.Comparator;
import java.util.Optional;

/** An offer in the size that the task needs, before it is compared with others. */
record Candidate(Worker worker, Fitting fitting, Price price, Optional<SpeedEstimate> speed)
    implements Ranked {

  /** Cheapest first; at one price the one with more memory, then with more supply. */
  static final Comparator<Candidate> CHEAPEST =
      Comparator.comparing(Candidate::price)
          .thenComparing(candidate -> -candidate.worker().nominalGb())
          .thenComparing(candidate -> candidate.offer().supply(), Comparator.reverseOrder())
          .thenComparing(candidate -> candidate.offer().id());

  /** A task in one format, with its estimate: the same for every offer. */
  record Need(Task task, QuantizationChoice quantization, MemoryEstimate estimate) {
    static Need of(Task task, QuantizationChoice quantization) {
      return new Need(task, quantization, task.estimate(quantization.format()));
    }
  }

  /**
   * The smallest worker that fits comfortably and is fast enough, else the smallest that fits
   * comfortably, else the smallest that fits, else the largest.
   */
  static Candidate of(Offer offer, Need need, Constraints constraints) {
    int most = Math.max(1, Math.min(offer.maxUnits(), constraints.maxGpus() / offer.gpus()));
    Candidate best = null;
    for (int units = 1; units <= most; units++) {
      Candidate next = of(new Worker(offer, units), need);
      if (next.isComfortable() && !constraints.tooSlow(next)) {
        return next;
      }
      if (best == null || next.fitting.fit().compareTo(best.fitting.fit()) < 0) {
        best = next;
      } else if (best.fitting.fit() == Fit.NO) {
        best = next;
      }
    }
    return best;
  }

  private static Candidate of(Worker worker, Need need) {
    Quantization format = need.quantization().format();
    Fitting fitting = Fitting.of(need.task(), format, need.estimate(), worker.hardware());
    Optional<SpeedEstimate> speed =
        fitting.fit() != Fit.NO && need.task() instanceof Workload workload
            ? Optional.of(SpeedEstimate.of(workload, format, worker.hardware()))
            : Optional.empty();
    return new Candidate(worker, fitting, worker.price(), speed);
  }

  Offer offer() {
    return worker.offer();
  }

  boolean isComfortable() {
    return fitting.fit() == Fit.COMFORTABLE;
  }

  boolean isAllowed(Constraints constraints) {
    return !constraints.tooManyGpus(worker)
        && !constraints.overBudget(price)
        && offer().supply().atLeast(constraints.minSupply())
        && !constraints.tooSlow(this);
  }
}
