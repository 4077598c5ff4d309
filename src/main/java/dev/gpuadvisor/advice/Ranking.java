package dev.gpuadvisor.advice;

import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is found of all offers in one format, in order: what fits first, then what carries the load,
 * and of that the best by what the caller ranks by. Of offers alike only the cheapest is judged
 * before somebody asks for the others.
 */
public final class Ranking {

  private final QuantizationChoice quantization;
  private final List<Lot> lots;
  private final List<Lot> eligibleLots = new ArrayList<>();
  private final Comparator<Candidate> order;
  private final Judge judge;
  private final List<Assessment> eligible = new ArrayList<>();
  private final int size;
  private List<Assessment> all;

  /**
   * @param order of candidates; within a lot it is that of their prices
   */
  Ranking(
      QuantizationChoice quantization,
      List<Lot> unordered,
      Comparator<Candidate> order,
      Constraints constraints) {
    this.quantization = quantization;
    this.lots = byFit(unordered);
    this.order = order;
    lots.sort((one, other) -> order.compare(one.cheapest(), other.cheapest()));
    int offers = 0;
    for (Lot lot : lots) {
      offers += lot.size();
      if (Judge.isEligible(lot.cheapest(), constraints)) {
        eligibleLots.add(lot);
      }
    }
    this.size = offers;
    this.judge = new Judge(constraints, eligibleLots);
    for (Lot lot : eligibleLots) {
      eligible.add(assess(lot.cheapest()));
    }
  }

  /** Units come by price, so that by fit and price little is left to sort. */
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
    return lots.stream().map(lot -> assess(lot.cheapest())).toList();
  }

  /** Of the cheapest those that can be picked, in order. */
  List<Assessment> eligible() {
    return eligible;
  }

  /** Whether it is of that format, whatever that means on one card or another. */
  boolean isOf(QuantizationChoice other) {
    return quantization.equals(other);
  }

  /** The first so many that can be picked, those that are alike counted one by one. */
  List<Assessment> eligible(int most) {
    return first(most, new Walk(eligibleLots, order, judge::isEligible));
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
    walk.rest(
        (lot, from) -> {
          int next = from;
          while (next < lot.size() && wanted.test(lot.get(next))) {
            more.add(lot.get(next));
            next++;
          }
          if (next < lot.size()) {
            tally.add(lot, next);
          }
        });
    more.sort(order);
    more.forEach(candidate -> shown.add(assess(candidate)));
    return new Shortlist(shown, tally.leftOut(this::assess));
  }

  private Assessment assess(Candidate candidate) {
    return new Assessment(candidate, judge);
  }
}
