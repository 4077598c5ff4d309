package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.sizing.tuning.Training;
import dev.gpuadvisor.sizing.tuning.TrainingSpeed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An offer in the size that the task needs, before it is compared with others.
 *
 * @param sized the task on its hardware, whoever rents that out
 */
record Candidate(Worker worker, Sized sized, Bill bill, Optional<Plan> plan)
    implements RankBy.Ranked {

  /** Cheapest first; at one bill the one with more memory, then with more supply. */
  static int byPrice(Candidate one, Candidate other) {
    return byPrice(one.worker, one.bill, other.worker, other.bill);
  }

  static int byPrice(Worker one, Bill bill, Worker other, Bill others) {
    int order = bill.compareTo(others);
    if (order == 0) {
      order = Integer.compare(other.nominalGb(), one.nominalGb());
    }
    if (order == 0) {
      order = other.offer().supply().compareTo(one.offer().supply());
    }
    if (order == 0) {
      order = bill.price().compareTo(others.price());
    }
    return order == 0 ? one.offer().id().compareTo(other.offer().id()) : order;
  }

  /**
   * A task in one format, with its estimate: the same for every offer.
   *
   * @param load that it is to carry, where the caller says
   * @param sized what was found on hardware so far: many offers are of the same
   */
  record Need(
      Task task,
      QuantizationChoice quantization,
      MemoryEstimate estimate,
      Optional<Load> load,
      Map<Hardware, Sized> sized) {

    static Need of(Task task, QuantizationChoice quantization, Optional<Load> load) {
      return new Need(
          task, quantization, task.estimate(quantization.format()), load, new HashMap<>());
    }

    Sized on(Hardware hardware) {
      Sized known = sized.get(hardware);
      if (known == null) {
        known = size(hardware);
        sized.put(hardware, known);
      }
      return known;
    }

    private Sized size(Hardware hardware) {
      LaidOut on = LaidOut.of(task, quantization, estimate, hardware);
      return new Sized(on.quantization(), on.fitting(), on::speed, on.carrying(load));
    }
  }

  /**
   * A task on hardware.
   *
   * @param speed worked out when it is asked for
   * @param load what it carries of one
   */
  record Sized(
      QuantizationChoice quantization,
      Fitting fitting,
      Supplier<Optional<SpeedEstimate>> speed,
      Optional<WorkerLoad> load) {}

  QuantizationChoice quantization() {
    return sized.quantization;
  }

  Fitting fitting() {
    return sized.fitting;
  }

  @Override
  public Optional<SpeedEstimate> speed() {
    return sized.speed.get();
  }

  /** What it carries of a load; empty where there is none, or it cannot. */
  Optional<WorkerLoad> load() {
    return sized.load;
  }

  @Override
  public Optional<TrainingSpeed> learning() {
    return fitting().training().map(Training::speed);
  }

  /**
   * The worker of so many units as serve the caller best: of those that fit comfortably and are
   * allowed the best by what the caller ranks by, which by price is the smallest. Without any, the
   * smallest that comes closest; where nothing fits, the largest that the runtime can use at all.
   * Numbers over which a model does not divide evenly are only taken where no other does.
   */
  static Candidate of(Unit unit, Need need, Constraints constraints) {
    Offer offer = unit.worker().offer();
    int most = unit.exact() ? 1 : constraints.mostUnits(offer);
    Candidate best = of(unit.worker(), unit.month(), need);
    Candidate inStages = null;
    for (int units = 2; units <= most && !best.cannotGain(constraints); units++) {
      Candidate next = of(new Worker(offer, units), need, constraints);
      if (VllmNotes.isInStages(need.task(), need.quantization(), next.fitting())) {
        inStages = inStages == null || next.isBetterThan(inStages, constraints) ? next : inStages;
      } else if (next.isBetterThan(best, constraints)) {
        best = next;
      }
    }
    boolean staged = best.fitting().fit() == Fit.NO && inStages != null;
    return staged && inStages.fitting().fit() != Fit.NO ? inStages : best;
  }

  static Candidate of(Worker worker, Need need, Constraints constraints) {
    return of(worker, worker.bill(constraints.usage()), need);
  }

  private static Candidate of(Worker worker, Bill month, Need need) {
    Sized sized = need.on(worker.hardware());
    Optional<Plan> plan =
        sized
            .load()
            .filter(WorkerLoad::isAny)
            .map(load -> Plan.of(load, worker.price(), worker.offer().terms()));
    return new Candidate(
        worker,
        sized,
        plan.map(Plan::bill).orElseGet(() -> billOf(month, worker, need, sized)),
        plan);
  }

  /** What another offer is that this one differs from in its price alone: as large, as fast. */
  Candidate at(Offer alike) {
    Worker other = new Worker(alike, worker.units());
    return new Candidate(other, sized, other.bill(bill.usage()), plan);
  }

  /** Of a run where it is known how long that is, else of a month. */
  private static Bill billOf(Bill month, Worker worker, Need need, Sized sized) {
    return TrainingRun.hours(need.task(), sized.fitting().training(), worker.offer())
        .map(month::forRun)
        .orElse(month);
  }

  /** Whether it is fast enough, and by price larger ones can only cost more, but for a run. */
  private boolean cannotGain(Constraints constraints) {
    return constraints.rankBy() == RankBy.PRICE
        && load().isEmpty()
        && bill.usdPerRun().isEmpty()
        && grade(constraints).compareTo(Grade.COMFORTABLE_AND_FAST) <= 0;
  }

  private boolean isBetterThan(Candidate smaller, Constraints constraints) {
    Grade grade = grade(constraints);
    int order = grade.compareTo(smaller.grade(constraints));
    if (order != 0) {
      return order < 0;
    }
    return switch (grade) {
      case ALLOWED -> constraints.rankBy().order().compare(this, smaller) < 0;
      case TOO_LITTLE_MEMORY, IMPOSSIBLE -> true;
      case COMFORTABLE_AND_FAST, COMFORTABLE, TIGHT -> false;
    };
  }

  /** What a number of units is worth, best first. */
  private enum Grade {
    ALLOWED,
    COMFORTABLE_AND_FAST,
    COMFORTABLE,
    TIGHT,
    TOO_LITTLE_MEMORY,
    IMPOSSIBLE
  }

  private Grade grade(Constraints constraints) {
    return switch (fitting().fit()) {
      case COMFORTABLE -> comfortable(constraints);
      case TIGHT -> Grade.TIGHT;
      case NO -> fitting().obstacle().isPresent() ? Grade.IMPOSSIBLE : Grade.TOO_LITTLE_MEMORY;
    };
  }

  private Grade comfortable(Constraints constraints) {
    if (isAllowed(constraints)) {
      return Grade.ALLOWED;
    }
    return constraints.tooSlow(this) || missesTarget()
        ? Grade.COMFORTABLE
        : Grade.COMFORTABLE_AND_FAST;
  }

  /** Whether even one user is answered too slowly. */
  boolean missesTarget() {
    return load().isPresent() && plan.isEmpty();
  }

  Offer offer() {
    return worker.offer();
  }

  boolean isComfortable() {
    return fitting().fit() == Fit.COMFORTABLE;
  }

  boolean isAllowed(Constraints constraints) {
    return !constraints.tooManyGpus(worker)
        && !constraints.budget().isOver(bill)
        && offer().supply().atLeast(constraints.minSupply())
        && !constraints.tooSlow(this)
        && !missesTarget();
  }
}
