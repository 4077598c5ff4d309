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
  private final Comparator<Candidate> byBill;
  private final Comparator<Candidate> bySize;
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
    this.byBill = Comparator.comparing(Candidate::bill).thenComparing(order);
    this.bySize =
        Comparator.<Candidate>comparingLong(each -> -each.fitting().usableBytes())
            .thenComparing(byBill);
  }

  /**
   * Those of a lot from one on.
   *
   * @param first what is thought of that one
   */
  void add(Lot lot, int from, Verdict first) {
    int next = from;
    Verdict verdict = first;
    while (next < lot.size()) {
      int end = endOf(verdict, lot, next);
      add(verdict, lot.get(next), end - next);
      next = end;
      if (next < lot.size()) {
        verdict = verdict(lot, next);
      }
    }
  }

  private Verdict verdict(Lot lot, int index) {
    return judge.judge(lot.get(index)).verdict();
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
      if (verdict(lot, middle) == verdict) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return other;
  }

  /** So many, of which this is the cheapest. */
  private void add(Verdict verdict, Candidate first, int count) {
    Group group = groups.computeIfAbsent(verdict, none -> new Group());
    group.count += count;
    if (group.cheapest == null || byBill.compare(first, group.cheapest) < 0) {
      group.cheapest = first;
    }
    if (group.largest == null || bySize.compare(first, group.largest) < 0) {
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
