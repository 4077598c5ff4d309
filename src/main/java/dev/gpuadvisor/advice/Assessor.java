package dev.gpuadvisor.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
  Ranking rank(List<Unit> units) {
    List<Lot> lots = new ArrayList<>(units.size());
    for (Unit unit : units) {
      lots.add(new Lot(Candidate.of(unit, need, constraints), unit.shelf().offers()));
    }
    return new Ranking(need.quantization(), lots, order(), constraints);
  }

  /** One comparator in place of a chain of them: it is asked more often than anything else. */
  private Comparator<Candidate> order() {
    Comparator<Candidate> order = byRank();
    return (one, other) -> {
      int byFit = one.fitting().fit().compareTo(other.fitting().fit());
      if (byFit != 0) {
        return byFit;
      }
      int byLoad = Boolean.compare(one.missesTarget(), other.missesTarget());
      return byLoad == 0 ? order.compare(one, other) : byLoad;
    };
  }

  private Comparator<Candidate> byRank() {
    if (constraints.rankBy() == RankBy.PRICE) {
      return Candidate::byPrice;
    }
    Comparator<Candidate> ranked = constraints.rankBy().order()::compare;
    return ranked.thenComparing(Candidate::byPrice);
  }
}
