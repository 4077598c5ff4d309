package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Shelf;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.sizing.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One unit of the cheapest that is on a shelf, with its bill: the same in every format.
 *
 * @param exact whether a worker has so many units and no more
 */
record Unit(Shelf shelf, Worker worker, Bill month, boolean exact) {

  /**
   * Those of all shelves, in the order in which candidates of one unit are put by their price:
   * sorted here, each format has little left to sort.
   */
  static List<Unit> of(List<Shelf> shelves, Question question) {
    boolean together = isSizedWhateverItCosts(question);
    List<Unit> units = new ArrayList<>(shelves.size());
    for (Shelf shelf : shelves) {
      if (together || shelf.offers().size() == 1) {
        units.add(of(shelf, Optional.empty(), question));
      } else {
        shelf.offers().forEach(offer -> units.add(of(offer, Optional.empty(), question)));
      }
    }
    units.sort((one, other) -> Candidate.byPrice(one.worker, one.month, other.worker, other.month));
    return units;
  }

  private static Unit of(Shelf shelf, Optional<Integer> units, Question question) {
    Worker worker = new Worker(shelf.cheapest(), units.orElse(1));
    Bill month = worker.bill(question.constraints().usage());
    return new Unit(shelf, worker, month, units.isPresent());
  }

  /** Of an offer by itself, of which so many are wanted where that is said. */
  static Unit of(Offer offer, Optional<Integer> units, Question question) {
    return of(Shelf.of(offer), units, question);
  }

  /**
   * Whether all offers of a shelf become workers of one size, whose bills are in the order of their
   * prices. Where a budget, a load or the end of a run decides how many units are best, the price
   * of each does.
   */
  private static boolean isSizedWhateverItCosts(Question question) {
    return question.constraints().rankBy() == RankBy.PRICE
        && question.load().isEmpty()
        && question.task() instanceof Workload;
  }
}
