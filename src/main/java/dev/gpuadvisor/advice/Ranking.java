package dev.gpuadvisor.advice;

import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is found of all offers in one format, in order: what fits first, then what carries the load,
 * and of that the best by what the caller ranks by. Of offers alike only the cheapest is judged
 * before somebody asks for the others.
 */
public final class Ranking {

  private final List<Lot> lots;
  private final Comparator<Candidate> order;
  private final Judge judge;
  private final List<Assessment> cheapest = new ArrayList<>();
  private final int size;
  private List<Assessment> all;

  /**
   * @param order of candidates; within a lot it is that of their prices
   */
  Ranking(List<Lot> unordered, Comparator<Candidate> order, Constraints constraints) {
    this.lots = byFit(unordered);
    this.order = order;
    lots.sort((one, other) -> order.compare(one.cheapest(), other.cheapest()));
    List<Candidate> candidates = new ArrayList<>(lots.size());
    int offers = 0;
    for (Lot lot : lots) {
      candidates.add(lot.cheapest());
      offers += lot.size();
    }
    this.size = offers;
    this.judge = new Judge(constraints, candidates);
    candidates.forEach(candidate -> cheapest.add(assess(candidate)));
  }

  /** Shelves come by price, so that by fit and price little is left to sort. */
  private static List<Lot> byFit(List<Lot> lots) {
    List<Lot> sorted = new ArrayList<>(lots.size());
    for (Fit fit : Fit.values()) {
      for (Lot lot : lots) {
        if (lot.cheapest().fitting().fit() == fit) {
          sorted.add(lot);
        }
      }
    }
    return sorted;
  }

  /** How many offers there are. */
  public int size() {
    return size;
  }

  /** All of them, worked out when they are first asked for. */
  public List<Assessment> all() {
    if (all == null) {
      all = first(size, new Walk(lots, order));
    }
    return all;
  }

  /** The cheapest of each lot, in order. */
  List<Assessment> cheapest() {
    return cheapest;
  }

  /** The first so many that can be picked in what a format means on them. */
  List<Assessment> eligible(QuantizationChoice quantization, int most) {
    List<Lot> some = new ArrayList<>();
    for (int i = 0; i < lots.size(); i++) {
      Assessment first = cheapest.get(i);
      if (first.isEligible() && first.quantization().equals(quantization)) {
        some.add(lots.get(i));
      }
    }
    return first(most, new Walk(some, order, judge::isEligible));
  }

  private List<Assessment> first(int most, Walk walk) {
    List<Assessment> first = new ArrayList<>();
    while (first.size() < most && walk.hasNext()) {
      first.add(assess(walk.next()));
    }
    return List.copyOf(first);
  }

  /**
   * The first so many and those that are wanted by themselves, in order, and the others by their
   * number.
   *
   * @param wanted of a lot the cheapest before others
   */
  Shortlist shortlist(int limit, Predicate<Candidate> wanted) {
    Walk walk = new Walk(lots, order);
    List<Assessment> shown = new ArrayList<>(first(limit, walk));
    List<Candidate> more = new ArrayList<>();
    Tally tally = new Tally(judge, order);
    for (Walk.Place place : walk.places()) {
      int next = place.next();
      while (next < place.lot().size() && wanted.test(place.lot().get(next))) {
        more.add(place.lot().get(next));
        next++;
      }
      if (next < place.lot().size()) {
        tally.add(place.lot(), next, verdict(place, next));
      }
    }
    more.stream().sorted(order).map(this::assess).forEach(shown::add);
    return new Shortlist(shown, tally.leftOut(this::assess));
  }

  private Verdict verdict(Walk.Place place, int index) {
    return index == 0
        ? cheapest.get(place.rank()).verdict()
        : judge.judge(place.lot().get(index)).verdict();
  }

  private Assessment assess(Candidate candidate) {
    return new Assessment(candidate, judge.judge(candidate), () -> difference(candidate));
  }

  /** In percent; empty against what costs nothing, and of one that does not carry the load. */
  private Optional<BigDecimal> difference(Candidate candidate) {
    Bill bill = candidate.bill();
    return judge
        .best()
        .map(Candidate::bill)
        .filter(best -> !candidate.missesTarget() && (!best.isFree() || bill.isFree()))
        .map(bill::percentAbove);
  }
}
