package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.sizing.tuning.Training;
import dev.gpuadvisor.sizing.tuning.TrainingSpeed;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One offer judged for one workload in one format.
 *
 * @param bill of a month of its work
 * @param differencePercent bill against the best of the same quantization (in a comparison: against
 *     the first offer), to one decimal; empty where nothing fits
 * @param reason one sentence that says why the verdict is what it is
 * @param dominator the offer that has more memory for less, where the verdict is that there is one
 * @param speed empty where the workload does not fit, or is fine-tuning
 * @param load what one worker carries of the load; empty where none is asked for, or it does not
 *     fit
 * @param plan how it carries the load; empty where none is asked for, or it cannot
 */
public record Assessment(
    QuantizationChoice quantization,
    Worker worker,
    Bill bill,
    Fitting fitting,
    Verdict verdict,
    Message reason,
    Optional<Offer> dominator,
    Optional<BigDecimal> differencePercent,
    Optional<SpeedEstimate> speed,
    Optional<WorkerLoad> load,
    Optional<Plan> plan)
    implements RankBy.Ranked {

  public Offer offer() {
    return worker.offer();
  }

  public Price price() {
    return bill.price();
  }

  @Override
  public Optional<TrainingSpeed> learning() {
    return fitting.training().map(Training::speed);
  }

  /** Share of the usable memory that is needed, in percent to one decimal. */
  public BigDecimal memoryPercent() {
    return fitting.memoryPercent();
  }

  /** Whether it can be picked: fits comfortably and is what the caller is willing to rent. */
  boolean isEligible() {
    return verdict.compareTo(Verdict.TIGHT) > 0;
  }

  Assessment withDifference(BigDecimal percent) {
    return new Assessment(
        quantization,
        worker,
        bill,
        fitting,
        verdict,
        reason,
        dominator,
        Optional.of(percent),
        speed,
        load,
        plan);
  }
}
