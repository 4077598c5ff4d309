package dev.gpuadvisor.advice;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Goes through the candidates of several lots in order, and makes only those that it comes to. */
final class Walk implements Iterator<Candidate> {

  private final List<Lot> lots;
  private final Comparator<Candidate> order;
  private final Predicate<Candidate> wanted;

  /** How many lots it has come to. */
  private int begun;

  /** Where it is in those that have more. */
  private final PriorityQueue<Place> within;

  Walk(List<Lot> lots, Comparator<Candidate> order) {
    this(lots, order, candidate -> true);
  }

  /**
   * @param lots in the order of their cheapest
   * @param wanted of each lot the cheapest; the first that is not wanted ends it
   */
  Walk(List<Lot> lots, Comparator<Candidate> order, Predicate<Candidate> wanted) {
    this.lots = lots;
    this.order = order;
    this.wanted = wanted;
    this.within =
        new PriorityQueue<>(
            Comparator.comparing(Place::candidate, order).thenComparingInt(Place::rank));
  }

  /**
   * How far it has come in a lot.
   *
   * @param rank of the lot among the others
   * @param candidate that the next of the lot is
   */
  private record Place(Lot lot, int rank, int next, Candidate candidate) {}

  @Override
  public boolean hasNext() {
    return begun < lots.size() || !within.isEmpty();
  }

  @Override
  public Candidate next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Place place = isNewLotNext() ? place(begun++, 0) : within.poll();
    goOn(place);
    return place.candidate();
  }

  private void goOn(Place place) {
    if (place.next() + 1 < place.lot().size()) {
      Place after = place(place.rank(), place.next() + 1);
      if (wanted.test(after.candidate())) {
        within.add(after);
      }
    }
  }

  private boolean isNewLotNext() {
    return begun < lots.size()
        && (within.isEmpty()
            || order.compare(lots.get(begun).cheapest(), within.peek().candidate()) < 0);
  }

  private Place place(int rank, int next) {
    Lot lot = lots.get(rank);
    return new Place(lot, rank, next, lot.get(next));
  }

  /** What of the lots it has not come to, in no order: from where on, in each that has more. */
  void rest(Rest rest) {
    within.forEach(place -> rest.of(place.lot(), place.next()));
    for (int rank = begun; rank < lots.size(); rank++) {
      rest.of(lots.get(rank), 0);
    }
  }

  /** Takes note of what is left of a lot. */
  interface Rest {

    void of(Lot lot, int from);
  }
}
