package dev.gpuadvisor.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  public record LeftOut(Verdict verdict, int count, Assessment cheapest, Assessment largest) {}

  /** With as many as an answer of one page has room for; what carries a load says twice as much. */
  public static Shortlist of(Recommendation recommendation) {
    int formats = recommendation.question().quantizations().size();
    int offers = recommendation.assessments().size() / formats;
    boolean plain = recommendation.question().load().isEmpty();
    return plain && offers <= FEW
        ? new Shortlist(recommendation.assessments(), List.of())
        : of(recommendation, Math.max(LEAST, SHARED / formats));
  }

  /**
   * @param limit of each format, at least 1; picks and fallbacks come on top of it
   */
  public static Shortlist of(Recommendation recommendation, int limit) {
    Set<Assessment> picked = picked(recommendation.picks());
    Map<String, Integer> taken = new HashMap<>();
    List<Assessment> shown = new ArrayList<>();
    Map<Verdict, List<Assessment>> rest = new EnumMap<>(Verdict.class);
    for (Assessment assessment : recommendation.assessments()) {
      boolean best = taken.merge(assessment.quantization().asked(), 1, Integer::sum) <= limit;
      if (best || picked.contains(assessment) || assessment.offer().isOwn()) {
        shown.add(assessment);
      } else {
        rest.computeIfAbsent(assessment.verdict(), none -> new ArrayList<>()).add(assessment);
      }
    }
    List<LeftOut> leftOut = new ArrayList<>();
    rest.forEach((verdict, assessments) -> leftOut.add(0, leftOut(verdict, assessments)));
    return new Shortlist(List.copyOf(shown), List.copyOf(leftOut));
  }

  /** Whether nothing is left out. */
  public boolean isWhole() {
    return leftOut.isEmpty();
  }

  private static Set<Assessment> picked(Picks picks) {
    Set<Assessment> all = Collections.newSetFromMap(new IdentityHashMap<>());
    picks.recommended().ifPresent(pick -> all.add(pick.assessment()));
    picks.budget().ifPresent(pick -> all.add(pick.assessment()));
    picks.headroom().ifPresent(pick -> all.add(pick.assessment()));
    picks.fallbacks().forEach(fallback -> all.add(fallback.assessment()));
    return all;
  }

  private static LeftOut leftOut(Verdict verdict, List<Assessment> assessments) {
    Comparator<Assessment> byBill = Comparator.comparing(Assessment::bill);
    Comparator<Assessment> bySize =
        Comparator.comparingLong(assessment -> -assessment.fitting().usableBytes());
    return new LeftOut(
        verdict,
        assessments.size(),
        assessments.stream().min(byBill).orElseThrow(),
        assessments.stream().min(bySize.thenComparing(byBill)).orElseThrow());
  }
}
