package dev.gpuadvisor.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * How the price of an offer moved, as far as sources know.
 *
 * @param points one for each change, oldest first; the last is the price of today. Never empty
 */
public record PriceHistory(List<PricePoint> points) {

  /** A change is news for a quarter. */
  private static final int NEWS_DAYS = 90;

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  public PriceHistory {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("points must not be empty");
    }
    for (int i = 1; i < points.size(); i++) {
      if (!points.get(i).since().isAfter(points.get(i - 1).since())) {
        throw new IllegalArgumentException("must be in the order of time");
      }
    }
  }

  /** Today's price. */
  public PricePoint last() {
    return points.get(points.size() - 1);
  }

  public BigDecimal lowest() {
    return points.stream().map(PricePoint::usdPerHour).min(Comparator.naturalOrder()).orElseThrow();
  }

  public BigDecimal highest() {
    return points.stream().map(PricePoint::usdPerHour).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** What it cost a quarter before a day, or the first price known where that is younger. */
  public PricePoint before(LocalDate today) {
    LocalDate then = today.minusDays(NEWS_DAYS);
    PricePoint before = points.get(0);
    for (PricePoint point : points) {
      if (!point.since().isAfter(then)) {
        before = point;
      }
    }
    return before;
  }

  /** The day that today's price is held against: that a quarter ago, or the first one known. */
  public LocalDate dayBefore(LocalDate today) {
    LocalDate then = today.minusDays(NEWS_DAYS);
    LocalDate first = points.get(0).since();
    return first.isAfter(then) ? first : then;
  }

  /** By how many percent today's price is above that of a quarter ago; 0 where it is the same. */
  public BigDecimal changePercent(LocalDate today) {
    BigDecimal then = before(today).usdPerHour();
    return last()
        .usdPerHour()
        .subtract(then)
        .multiply(PERCENT)
        .divide(then, 1, RoundingMode.HALF_UP);
  }

  /** Whether it changed within the last quarter. */
  public boolean moved(LocalDate today) {
    return changePercent(today).signum() != 0;
  }
}
