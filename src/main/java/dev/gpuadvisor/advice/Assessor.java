package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Shelf;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Workload;
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
  Ranking rank(List<Shelf> shelves) {
    List<Lot> lots = new ArrayList<>(shelves.size());
    if (isSizedWhateverItCosts()) {
      shelves.forEach(shelf -> lots.add(lot(shelf.offers())));
    } else {
      shelves.forEach(shelf -> shelf.offers().forEach(offer -> lots.add(lot(List.of(offer)))));
    }
    return new Ranking(lots, order(), constraints);
  }

  private Lot lot(List<Offer> alike) {
    return new Lot(Candidate.of(alike.get(0), need, constraints), alike);
  }

  /**
   * Whether all offers of a shelf become workers of one size, whose bills are in the order of their
   * prices. Where a budget, a load or the end of a run decides how many units are best, the price
   * of each does.
   */
  private boolean isSizedWhateverItCosts() {
    return constraints.rankBy() == RankBy.PRICE
        && need.load().isEmpty()
        && need.task() instanceof Workload;
  }

  private Comparator<Candidate> order() {
    Comparator<Candidate> price = Candidate::byPrice;
    if (constraints.rankBy() != RankBy.PRICE) {
      Comparator<Candidate> ranked = constraints.rankBy().order()::compare;
      price = ranked.thenComparing(price);
    }
    Comparator<Candidate> order =
        need.load().isEmpty()
            ? price
            : Comparator.comparing(Candidate::missesTarget).thenComparing(price);
    return Comparator.<Candidate, Fit>comparing(each -> each.fitting().fit()).thenComparing(order);
  }
}
