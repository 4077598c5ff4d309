package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.speed.SteadyState;
import dev.gpuadvisor.sizing.speed.Targets;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The sentences of the verdicts where a load is to be carried. */
public final class LoadReasons {

  private static final double MILLIS = 1000;
  private static final double FEW_MILLIS = 100;

  private LoadReasons() {}

  /** Which target is missed with one user already. */
  static Message misses(WorkerLoad load) {
    if (load.requestsPerSecond() > 0) {
      return Msg.Verdict.tooManyForLoad(WorkerLoad.MOST_WORKERS);
    }
    if (load.alone().isEmpty()) {
      return Msg.Verdict.holdsNoRequest();
    }
    SteadyState alone = load.alone().get();
    Targets targets = load.load().goal().targets();
    double first = targets.firstTokenSeconds().orElse(Double.POSITIVE_INFINITY);
    double token = targets.secondsPerToken().orElse(Double.POSITIVE_INFINITY);
    double missedBy = alone.secondsPerToken().p50() / token;
    return missedBy >= alone.firstTokenSeconds().p50() / first
        ? Msg.Verdict.missesPerToken(millis(alone.secondsPerToken().p50()), millis(token))
        : Msg.Verdict.missesFirstToken(millis(alone.firstTokenSeconds().p50()), millis(first));
  }

  static Message cheapest(Candidate candidate) {
    Plan plan = candidate.plan().orElseThrow();
    return Msg.Verdict.bestForLoad(
        plan.loadPercent(), month(plan), candidate.worker().label(plan.replicas()));
  }

  static Message costsMore(Candidate candidate, Candidate best) {
    Plan plan = candidate.plan().orElseThrow();
    String workers = candidate.worker().label(plan.replicas());
    String other = best.worker().label(best.plan().orElseThrow().replicas());
    BigDecimal percent = candidate.bill().percentAbove(best.bill());
    if (best.bill().usdPerMonth().signum() == 0 && candidate.bill().compareTo(best.bill()) > 0) {
      return Msg.Verdict.moreThanNothingForLoad(other, plan.loadPercent(), month(plan), workers);
    }
    return percent.signum() == 0
        ? Msg.Verdict.asMuchForLoad(other, plan.loadPercent(), month(plan), workers)
        : Msg.Verdict.moreForLoad(other, plan.loadPercent(), month(plan), percent, workers);
  }

  static Message pick(Assessment pick, Plan plan) {
    String quantization = pick.quantization().asked();
    String workers = pick.worker().label(plan.replicas());
    return pick.offer().supply().isScarce()
        ? Msg.Pick.recommendedLoadAnySupply(plan.loadPercent(), quantization, workers)
        : Msg.Pick.recommendedLoad(plan.loadPercent(), quantization, workers);
  }

  private static BigDecimal month(Plan plan) {
    return Price.cents(plan.bill().usdPerMonth());
  }

  /** Milliseconds as people read them: to one decimal where there are few. */
  public static BigDecimal millis(double seconds) {
    double millis = seconds * MILLIS;
    return BigDecimal.valueOf(millis)
        .setScale(millis < FEW_MILLIS ? 1 : 0, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
