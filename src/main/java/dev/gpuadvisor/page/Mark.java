package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An offer in the chart.
 *
 * @param name what it is labelled with
 * @param text its price and memory in words
 */
record Mark(double x, double y, Kind kind, String name, String text) {

  /** What an offer is to the question; each has a shape of its own, not only a colour. */
  enum Kind {
    /** A star. */
    PICK("M0-11 2.6-3.6 10.5-3.4 4.2 1.4 6.5 8.9 0 4.4-6.5 8.9-4.2 1.4-10.5-3.4-2.6-3.6z"),
    /** Picked for something else: a diamond. */
    ALTERNATIVE("M0-8 8 0 0 8-8 0z"),
    /** A full circle. */
    FITS("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"),
    /** A triangle. */
    TIGHT("M0-6 6 5-6 5z"),
    /** An empty circle. */
    DOMINATED("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"),
    /** Beyond what the caller is willing to rent: an empty square. */
    EXCLUDED("M-4.5-4.5h9v9h-9z"),
    /** A cross. */
    NO("M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    static Kind of(Assessment assessment, Picks picks) {
      if (picks.recommend(assessment)) {
        return PICK;
      }
      if (Stream.of(picks.budget(), picks.headroom()).anyMatch(pick -> is(assessment, pick))) {
        return ALTERNATIVE;
      }
      if (assessment.fitting().fit() == Fit.NO) {
        return NO;
      }
      return byVerdict(assessment.verdict());
    }

    private static Kind byVerdict(Verdict verdict) {
      if (verdict == Verdict.TIGHT || verdict == Verdict.DOMINATED) {
        return verdict == Verdict.TIGHT ? TIGHT : DOMINATED;
      }
      return verdict.compareTo(Verdict.BEST_CHOICE) < 0 ? EXCLUDED : FITS;
    }

    private static boolean is(Assessment assessment, Optional<Picks.Pick> pick) {
      return pick.map(Picks.Pick::assessment).filter(assessment::equals).isPresent();
    }

    /** For SVG, around the origin. */
    String path() {
      return path;
    }

    Message text() {
      return switch (this) {
        case PICK -> Msg.Page.kindPick();
        case ALTERNATIVE -> Msg.Page.kindAlternative();
        case FITS -> Msg.Page.kindFits();
        case TIGHT -> Msg.Page.kindTight();
        case DOMINATED -> Msg.Page.kindDominated();
        case EXCLUDED -> Msg.Page.kindExcluded();
        case NO -> Msg.Page.kindNo();
      };
    }

    String css() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where SVG moves its shape to. */
  String place() {
    return "translate(" + Scale.text(x) + " " + Scale.text(y) + ")";
  }

  Box box() {
    double radius = kind == Kind.PICK ? 10 : 6;
    return new Box(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
