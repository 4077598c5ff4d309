package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import java.math.BigDecimal;
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
    List<Candidate> candidates =
        offers.stream()
            .map(offer -> Candidate.of(offer, need, constraints))
            .sorted(Candidate.CHEAPEST)
            .sorted(constraints.rankBy().order())
            .sorted(Comparator.comparing(Candidate::missesTarget))
            .toList();
    Judge judge = new Judge(constraints, candidates);
    return candidates.stream()
        .map(candidate -> assess(candidate, judge))
        .sorted((one, other) -> one.fitting().fit().compareTo(other.fitting().fit()))
        .toList();
  }

  /** In percent; empty against what costs nothing. */
  private static Optional<BigDecimal> difference(Bill bill, Bill best) {
    return best.isFree() && !bill.isFree()
        ? Optional.empty()
        : Optional.of(bill.percentAbove(best));
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
        judge.best().flatMap(best -> difference(candidate.bill(), best.bill())),
        candidate.speed(),
        candidate.load(),
        candidate.plan());
  }
}
