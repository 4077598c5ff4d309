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
  private static final double FEW_SECONDS = 10;

  private LoadReasons() {}

  /** Which target is missed with one user already. */
  static Message misses(WorkerLoad load) {
    if (load.requestsPerSecond() > 0) {
      return Msg.Verdict.tooManyForLoad(WorkerLoad.MOST_WORKERS);
    }
    if (load.alone().isEmpty()) {
      return Msg.Verdict.holdsNoRequest();
    }
    Nearest nearest = Nearest.of(load);
    return nearest.perToken
        ? Msg.Verdict.missesPerToken(nearest.took(), duration(nearest.target))
        : Msg.Verdict.missesFirstToken(nearest.took(), duration(nearest.target));
  }

  /** What one user waits for, and for how long, where a target is missed or nearly so. */
  static Message took(WorkerLoad load) {
    Nearest nearest = Nearest.of(load);
    return nearest.perToken
        ? Msg.Load.tookPerToken(nearest.took(), duration(nearest.target))
        : Msg.Load.tookFirstToken(nearest.took(), duration(nearest.target));
  }

  /** The target of which one user takes the most. */
  private record Nearest(boolean perToken, double seconds, double target) {

    static Nearest of(WorkerLoad load) {
      SteadyState alone = load.alone().orElseThrow();
      Targets targets = load.load().goal().targets();
      double first = targets.firstTokenSeconds().orElse(Double.POSITIVE_INFINITY);
      double token = targets.secondsPerToken().orElse(Double.POSITIVE_INFINITY);
      double perToken = alone.secondsPerToken().p50();
      double firstToken = alone.firstTokenSeconds().p50();
      return perToken / token >= firstToken / first
          ? new Nearest(true, perToken, token)
          : new Nearest(false, firstToken, first);
    }

    /** What misses a target is not said to take as long as that. */
    Message took() {
      boolean same = rounded(seconds, RoundingMode.HALF_UP).equals(duration(target));
      return rounded(seconds, same && seconds > target ? RoundingMode.UP : RoundingMode.HALF_UP);
    }
  }

  private static Message duration(double seconds) {
    return rounded(seconds, RoundingMode.HALF_UP);
  }

  private static Message rounded(double seconds, RoundingMode mode) {
    return seconds < 1
        ? Msg.Load.lastsMillis(digits(seconds * MILLIS, FEW_MILLIS, mode))
        : Msg.Load.lastsSeconds(digits(seconds, FEW_SECONDS, mode));
  }

  /** To one decimal where there are few. */
  private static BigDecimal digits(double number, double few, RoundingMode mode) {
    BigDecimal digits = BigDecimal.valueOf(number).setScale(number < few ? 1 : 0, mode);
    return digits.stripTrailingZeros();
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

  /** Milliseconds as people read them. */
  public static BigDecimal millis(double seconds) {
    return digits(seconds * MILLIS, FEW_MILLIS, RoundingMode.HALF_UP);
  }
}
