package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says what to think of each candidate, and why, against the best of them: the first that fits
 * comfortably and is allowed.
 */
final class Judge {

  /**
   * Verdict and reason, found together so that they cannot disagree.
   *
   * @param reason put into words when it is asked for
   */
  record Judgement(Verdict verdict, Supplier<Message> reason, Optional<Offer> dominator) {

    Judgement(Verdict verdict, Supplier<Message> reason) {
      this(verdict, reason, Optional.empty());
    }

    static Judgement dominated(Candidate candidate, Candidate by) {
      return new Judgement(
          Verdict.DOMINATED, () -> Reasons.dominated(candidate, by), Optional.of(by.offer()));
    }
  }

  private static final int ACCEPTABLE_PERCENT = 25;
  private static final int OVERSIZED_PERCENT = 100;

  private final Constraints constraints;
  private final Optional<Candidate> best;

  /** The only ones that may be the cheapest to beat another: see {@link #steps}. */
  private final List<Candidate> steps;

  /**
   * @param eligible best first, by what the caller ranks by
   */
  Judge(Constraints constraints, List<Lot> eligible) {
    this.constraints = constraints;
    this.best = eligible.isEmpty() ? Optional.empty() : Optional.of(eligible.get(0).cheapest());
    this.steps = constraints.rankBy() == RankBy.PRICE ? steps(eligible) : List.of();
  }

  /**
   * Going up in price, those that have more memory or better supply than every cheaper one. What is
   * left out beats nothing that a step before it does not beat, too: there are a dozen steps among
   * any number of offers.
   */
  private static List<Candidate> steps(List<Lot> eligible) {
    List<Candidate> steps = new ArrayList<>();
    for (Lot lot : eligible) {
      if (!isBeaten(lot.cheapest(), steps)) {
        steps.add(lot.cheapest());
      }
    }
    return steps;
  }

  private static boolean isBeaten(Candidate candidate, List<Candidate> steps) {
    for (Candidate step : steps) {
      if (beatsInSize(step, candidate)) {
        return true;
      }
    }
    return false;
  }

  private static boolean beatsInSize(Candidate step, Candidate candidate) {
    return step.worker().nominalGb() >= candidate.worker().nominalGb()
        && step.offer().supply().isNoWorseThan(candidate.offer().supply());
  }

  /** Whether its verdict will be one of those with which it can be picked. */
  boolean isEligible(Candidate candidate) {
    return isEligible(candidate, constraints);
  }

  static boolean isEligible(Candidate candidate, Constraints constraints) {
    return candidate.isComfortable() && candidate.isAllowed(constraints);
  }

  /**
   * Its bill against that of the best, in percent; empty against what costs nothing, and of one
   * that does not carry the load.
   */
  Optional<BigDecimal> difference(Candidate candidate) {
    Bill bill = candidate.bill();
    return best.map(Candidate::bill)
        .filter(least -> !candidate.missesTarget() && (!least.isFree() || bill.isFree()))
        .map(bill::percentAbove);
  }

  /**
   * Whether what costs more, and is alike, has that verdict, too: only a budget, and a comparison
   * with the best that does not end with a cheaper and larger one, may change it.
   */
  boolean isLast(Verdict verdict) {
    return switch (verdict) {
      case DOES_NOT_FIT, TOO_MANY_GPUS, OVER_BUDGET -> true;
      case SUPPLY_TOO_LOW, TOO_SLOW, TIGHT, DOMINATED -> !constraints.budget().isAny();
      default -> false;
    };
  }

  Judgement judge(Candidate candidate) {
    if (candidate.fitting().fit() == Fit.NO) {
      return new Judgement(
          Verdict.DOES_NOT_FIT,
          () -> Misfit.why(candidate.fitting(), candidate.worker().hardware()));
    }
    if (constraints.tooManyGpus(candidate.worker())) {
      return new Judgement(
          Verdict.TOO_MANY_GPUS, () -> Reasons.tooManyGpus(candidate, constraints));
    }
    if (constraints.budget().isOver(candidate.bill())) {
      return new Judgement(Verdict.OVER_BUDGET, () -> whyOverBudget(candidate.bill()));
    }
    if (!candidate.offer().supply().atLeast(constraints.minSupply())) {
      return new Judgement(
          Verdict.SUPPLY_TOO_LOW, () -> Reasons.supplyTooLow(candidate, constraints));
    }
    if (constraints.tooSlow(candidate)) {
      return new Judgement(Verdict.TOO_SLOW, () -> Reasons.tooSlow(candidate, constraints));
    }
    if (candidate.missesTarget()) {
      return new Judgement(
          Verdict.TOO_SLOW, () -> LoadReasons.misses(candidate.load().orElseThrow()));
    }
    if (candidate.fitting().fit() == Fit.TIGHT) {
      return new Judgement(Verdict.TIGHT, () -> Reasons.tight(candidate));
    }
    return againstBest(candidate, best.orElseThrow());
  }

  private Judgement againstBest(Candidate candidate, Candidate best) {
    if (candidate.plan().isPresent() && constraints.rankBy() != RankBy.SPEED) {
      return candidate == best
          ? new Judgement(Verdict.BEST_CHOICE, () -> LoadReasons.cheapest(candidate))
          : new Judgement(Verdict.RANKED_LOWER, () -> LoadReasons.costsMore(candidate, best));
    }
    if (candidate == best) {
      return new Judgement(
          Verdict.BEST_CHOICE, () -> Reasons.best(candidate, constraints.rankBy()));
    }
    if (constraints.rankBy() != RankBy.PRICE) {
      return new Judgement(
          Verdict.RANKED_LOWER, () -> Reasons.rankedLower(constraints.rankBy(), candidate, best));
    }
    if (candidate.bill().usdPerRun().isPresent()) {
      return new Judgement(Verdict.RANKED_LOWER, () -> Reasons.dearerRun(candidate, best));
    }
    Optional<Candidate> dominator = dominatorOf(candidate);
    if (dominator.isPresent()) {
      return Judgement.dominated(candidate, dominator.get());
    }
    int gb = candidate.worker().nominalGb();
    int bestGb = best.worker().nominalGb();
    if (gb * 12 < bestGb * 10) {
      return new Judgement(Verdict.LESS_MEMORY_DEARER, () -> Reasons.lessMemory(candidate, best));
    }
    if (gb * 10 < bestGb * 12) {
      return new Judgement(Verdict.SAME_MEMORY_DEARER, () -> Reasons.sameMemory(candidate, best));
    }
    Verdict verdict = byPremium(candidate.bill(), best.bill());
    return new Judgement(verdict, () -> Reasons.moreMemory(verdict, candidate, best));
  }

  private static Verdict byPremium(Bill bill, Bill best) {
    if (bill.isAtMostAbove(best, ACCEPTABLE_PERCENT)) {
      return Verdict.ACCEPTABLE;
    }
    return bill.isAtMostAbove(best, OVERSIZED_PERCENT)
        ? Verdict.OVERSIZED
        : Verdict.OVERSIZED_AND_DEAR;
  }

  /** The cheapest offer that would do and has more memory and no worse supply for less. */
  private Optional<Candidate> dominatorOf(Candidate candidate) {
    int gb = candidate.worker().nominalGb();
    Supply supply = candidate.offer().supply();
    for (Candidate other : steps) {
      if (other.worker().nominalGb() > gb && other.offer().supply().isNoWorseThan(supply)) {
        return Optional.of(other).filter(it -> it.bill().compareTo(candidate.bill()) < 0);
      }
    }
    return Optional.empty();
  }

  private Message whyOverBudget(Bill bill) {
    Constraints.Budget budget = constraints.budget();
    if (budget.isOverRun(bill)) {
      return Reasons.overRunBudget(bill, budget.perRun().orElseThrow());
    }
    return budget.isOverHour(bill)
        ? Reasons.overHourlyBudget(bill, budget.perHour().orElseThrow())
        : Reasons.overMonthlyBudget(bill, budget.perMonth().orElseThrow());
  }
}
