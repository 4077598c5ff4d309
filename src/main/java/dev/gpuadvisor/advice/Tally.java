package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.Shortlist.LeftOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts candidates of one format by what is found of them. Of offers alike, a dearer one never
 * gets a verdict back that a cheaper one has had and lost: between two of one verdict all have it,
 * and need not be looked at.
 */
final class Tally {

  private final Judge judge;
  private final Comparator<Candidate> order;
  private final Map<Verdict, Group> groups = new EnumMap<>(Verdict.class);

  private static final class Group {
    private int count;
    private Candidate cheapest;
    private Candidate largest;
  }

  /**
   * @param order decides between equals
   */
  Tally(Judge judge, Comparator<Candidate> order) {
    this.judge = judge;
    this.order = order;
  }

  private boolean isCheaper(Candidate one, Candidate other) {
    int byBill = one.bill().compareTo(other.bill());
    return byBill == 0 ? order.compare(one, other) < 0 : byBill < 0;
  }

  private boolean isLarger(Candidate one, Candidate other) {
    int bySize = Long.compare(one.fitting().usableBytes(), other.fitting().usableBytes());
    return bySize == 0 ? isCheaper(one, other) : bySize > 0;
  }

  /** Those of a lot from one on. */
  void add(Lot lot, int from) {
    int next = from;
    while (next < lot.size()) {
      Candidate first = lot.get(next);
      Verdict verdict = judge.judge(first).verdict();
      int end = endOf(verdict, lot, next);
      add(verdict, first, end - next);
      next = end;
    }
  }

  /** The first behind one of that verdict that has another. */
  private int endOf(Verdict verdict, Lot lot, int known) {
    if (judge.isLast(verdict)) {
      return lot.size();
    }
    int same = known;
    int other = lot.size();
    while (other - same > 1) {
      int middle = other == lot.size() ? other - 1 : (same + other) >>> 1;
      if (judge.judge(lot.get(middle)).verdict() == verdict) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return other;
  }

  /** So many, of which this is the cheapest. */
  private void add(Verdict verdict, Candidate first, int count) {
    Group group = groups.get(verdict);
    if (group == null) {
      group = new Group();
      groups.put(verdict, group);
    }
    group.count += count;
    if (group.cheapest == null || isCheaper(first, group.cheapest)) {
      group.cheapest = first;
    }
    if (group.largest == null || isLarger(first, group.largest)) {
      group.largest = first;
    }
  }

  /** The most favourable verdict first. */
  List<LeftOut> leftOut(Function<Candidate, Assessment> assess) {
    List<LeftOut> all = new ArrayList<>();
    groups.forEach(
        (verdict, group) ->
            all.add(
                0,
                new LeftOut(
                    verdict,
                    group.count,
                    assess.apply(group.cheapest),
                    assess.apply(group.largest))));
    return all;
  }
}
