package dev.gpuadvisor.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What of a recommendation's assessments is worth spelling out, where there are hundreds: the best
 * of each format, whatever was picked, the caller's own offers, and the rest by its number.
 *
 * @param assessments in the order of the recommendation
 * @param leftOut all others, by what was found of them, the most favourable verdict first
 */
public record Shortlist(List<Assessment> assessments, List<LeftOut> leftOut) {

  /** Offers that are spelled out by themselves: as many as the default list has, and one. */
  private static final int FEW = 12;

  /** Of a longer list, all formats together: an answer of 24 KB has room for them. */
  private static final int SHARED = 10;

  /** Of each format at least, however many formats there are. */
  private static final int LEAST = 3;

  /**
   * Assessments of one verdict that are not spelled out.
   *
   * @param count in all formats together
   * @param cheapest by its bill
   * @param largest by its memory; of several the cheapest
   */
  public record LeftOut(Verdict verdict, int count, Assessment cheapest, Assessment largest) {

    private static final Comparator<Assessment> BY_BILL = Comparator.comparing(Assessment::bill);
    private static final Comparator<Assessment> BY_SIZE =
        Comparator.<Assessment>comparingLong(each -> -each.fitting().usableBytes())
            .thenComparing(BY_BILL);

    /** Together with those of another format. */
    private LeftOut and(LeftOut other) {
      return new LeftOut(
          verdict,
          count + other.count,
          first(BY_BILL, cheapest, other.cheapest),
          first(BY_SIZE, largest, other.largest));
    }

    private static Assessment first(
        Comparator<Assessment> order, Assessment one, Assessment other) {
      return order.compare(one, other) <= 0 ? one : other;
    }
  }

  /** With as many as an answer of one page has room for; what carries a load says twice as much. */
  public static Shortlist of(Recommendation recommendation) {
    int formats = recommendation.rankings().size();
    boolean plain = recommendation.question().load().isEmpty();
    return plain && recommendation.offers() <= FEW
        ? new Shortlist(recommendation.assessments(), List.of())
        : of(recommendation, Math.max(LEAST, SHARED / formats));
  }

  /**
   * @param limit of each format, at least 1; picks and fallbacks come on top of it
   */
  public static Shortlist of(Recommendation recommendation, int limit) {
    List<Assessment> picked = recommendation.picks().all();
    Predicate<Candidate> wanted = each -> each.offer().isOwn() || isAmong(picked, each);
    List<Assessment> shown = new ArrayList<>();
    Map<Verdict, LeftOut> leftOut = new TreeMap<>(Comparator.reverseOrder());
    for (Ranking ranking : recommendation.rankings()) {
      Shortlist shortlist = ranking.shortlist(limit, wanted);
      shown.addAll(shortlist.assessments());
      shortlist.leftOut().forEach(each -> leftOut.merge(each.verdict(), each, LeftOut::and));
    }
    return new Shortlist(List.copyOf(shown), List.copyOf(leftOut.values()));
  }

  /** Asked of every lot: an answer has one of each offer, so that another object is another one. */
  private static boolean isAmong(List<Assessment> picked, Candidate candidate) {
    for (Assessment pick : picked) {
      if (pick.offer() == candidate.offer() && pick.isOf(candidate)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing is left out. */
  public boolean isWhole() {
    return leftOut.isEmpty();
  }
}
