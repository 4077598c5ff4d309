package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.sizing.Fit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges offers for a workload in one format. */
final class Assessor {

  private final Candidate.Need need;
  private final Constraints constraints;

  Assessor(Candidate.Need need, Constraints constraints) {
    this.need = need;
    this.constraints = constraints;
  }

  /**
   * What fits first, then what carries the load, and of that the best by what the caller ranks by.
   */
  List<Assessment> assess(List<Offer> offers) {
    List<Candidate> candidates = new ArrayList<>(offers.size());
    offers.forEach(offer -> candidates.add(Candidate.of(offer, need, constraints)));
    candidates.sort(order());
    Judge judge = new Judge(constraints, candidates);
    List<Assessment> assessments = new ArrayList<>(candidates.size());
    for (Fit fit : Fit.values()) {
      for (Candidate candidate : candidates) {
        if (candidate.fitting().fit() == fit) {
          assessments.add(assess(candidate, judge));
        }
      }
    }
    return assessments;
  }

  /** What carries the load first, then by what the caller ranks by, then by what it costs. */
  private Comparator<Candidate> order() {
    Comparator<Candidate> price = Candidate::byPrice;
    if (constraints.rankBy() != RankBy.PRICE) {
      Comparator<Candidate> ranked = constraints.rankBy().order()::compare;
      price = ranked.thenComparing(price);
    }
    return need.load().isEmpty()
        ? price
        : Comparator.comparing(Candidate::missesTarget).thenComparing(price);
  }

  /** In percent; empty against what costs nothing, and of one that does not carry the load. */
  private static Optional<BigDecimal> difference(Candidate candidate, Candidate best) {
    boolean other = candidate.missesTarget() || best.bill().isFree() && !candidate.bill().isFree();
    return other ? Optional.empty() : Optional.of(candidate.bill().percentAbove(best.bill()));
  }

  private Assessment assess(Candidate candidate, Judge judge) {
    Judge.Judgement judgement = judge.judge(candidate);
    return new Assessment(
        candidate.quantization(),
        candidate.worker(),
        candidate.bill(),
        candidate.fitting(),
        judgement.verdict(),
        judgement.reason(),
        judgement.dominator(),
        judge.best().flatMap(best -> difference(candidate, best)),
        candidate.speed(),
        candidate.load(),
        candidate.plan());
  }
}
