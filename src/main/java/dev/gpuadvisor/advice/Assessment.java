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
 * One offer judged for one workload in one format. No record: what is said of it is worked out when
 * it is asked for, since of most assessments only the verdict is.
 */
public final class Assessment implements RankBy.Ranked {

  private final Candidate candidate;
  private final Judge judge;
  private final Optional<BigDecimal> difference;
  private Judge.Judgement judgement;

  /**
   * @param judge who is asked when somebody wants to know
   */
  Assessment(Candidate candidate, Judge judge) {
    this(candidate, judge, Optional.empty());
  }

  private Assessment(Candidate candidate, Judge judge, Optional<BigDecimal> difference) {
    this.candidate = candidate;
    this.judge = judge;
    this.difference = difference;
  }

  private Judge.Judgement judgement() {
    if (judgement == null) {
      judgement = judge.judge(candidate);
    }
    return judgement;
  }

  public QuantizationChoice quantization() {
    return candidate.quantization();
  }

  public Worker worker() {
    return candidate.worker();
  }

  public Offer offer() {
    return candidate.offer();
  }

  /** Of a month of its work. */
  @Override
  public Bill bill() {
    return candidate.bill();
  }

  public Price price() {
    return bill().price();
  }

  public Fitting fitting() {
    return candidate.fitting();
  }

  public Verdict verdict() {
    return judgement().verdict();
  }

  /** One sentence that says why the verdict is what it is. */
  public Message reason() {
    return judgement().reason().get();
  }

  /** The offer that has more memory for less, where the verdict is that there is one. */
  public Optional<Offer> dominator() {
    return judgement().dominator();
  }

  /**
   * Its bill against the best of the same quantization (in a comparison: against the first offer),
   * in percent to one decimal; empty where nothing fits.
   */
  public Optional<BigDecimal> differencePercent() {
    return difference.or(() -> judge.difference(candidate));
  }

  /** Empty where the workload does not fit, or is fine-tuning. */
  @Override
  public Optional<SpeedEstimate> speed() {
    return candidate.speed();
  }

  /** What one worker carries of the load; empty where none is asked for, or it does not fit. */
  public Optional<WorkerLoad> load() {
    return candidate.load();
  }

  /** How it carries the load; empty where none is asked for, or it cannot. */
  @Override
  public Optional<Plan> plan() {
    return candidate.plan();
  }

  @Override
  public Optional<TrainingSpeed> learning() {
    return fitting().training().map(Training::speed);
  }

  /** Share of the usable memory that is needed, in percent to one decimal. */
  public BigDecimal memoryPercent() {
    return fitting().memoryPercent();
  }

  /** Whether it can be picked: fits comfortably and is what the caller is willing to rent. */
  public boolean isEligible() {
    return judge.isEligible(candidate);
  }

  boolean isOf(Candidate other) {
    return offer().id().equals(other.offer().id()) // of nearly all it is another
        && worker().equals(other.worker())
        && quantization().equals(other.quantization());
  }

  Assessment withDifference(BigDecimal percent) {
    return new Assessment(candidate, judge, Optional.of(percent));
  }

  /** Whether they are of one worker in one format: in an answer there is one of each. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Assessment assessment && isOf(assessment.candidate);
  }

  @Override
  public int hashCode() {
    return offer().hashCode();
  }

  @Override
  public String toString() {
    return verdict() + " of " + worker().label() + " in " + quantization().asked();
  }
}
