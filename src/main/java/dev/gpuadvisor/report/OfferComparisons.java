package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Bandwidths;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Tier;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Offers held against each other: what one costs more and has more.
 *
 * @param shown those that the report compares
 */
record OfferComparisons(Report report, List<Offer> shown) {

  /** Up to so many percent more is worth a thought where it buys twice the memory. */
  private static final BigDecimal LITTLE_MORE = BigDecimal.valueOf(25);

  private static final int USD_PER_GB_DECIMALS = 4;

  /** Of a list of the usual size all; of very long ones nobody reads more. */
  private static final int MOST_POINTS = 10;

  /** Every offer that is called pro, against the standard ones of its memory. */
  List<Point> proAgainstStandard() {
    List<Point> points = new ArrayList<>();
    for (Offer pro : shown) {
      for (Offer standard : shown) {
        if (areRivals(pro, standard)) {
          points.add(against(pro, standard));
        }
      }
    }
    return first(points);
  }

  private static List<Point> first(List<Point> points) {
    return points.subList(0, Math.min(MOST_POINTS, points.size()));
  }

  private static boolean areRivals(Offer pro, Offer standard) {
    return pro.tier() == Tier.PRO
        && standard.tier() == Tier.STANDARD
        && pro.provider().equals(standard.provider())
        && pro.nominalGb() == standard.nominalGb()
        && pro.gpus() == standard.gpus();
  }

  private Point against(Offer pro, Offer standard) {
    BigDecimal percent = Price.of(pro).percentAbove(Price.of(standard));
    Message pair = Msg.Report.proAgainst(pro.id(), standard.id());
    Message bandwidth = Bandwidths.range(pro.cards());
    Message other = Bandwidths.range(standard.cards());
    Message buys =
        percent.signum() < 0
            ? Msg.Report.proCardCheaper(bandwidth, pro.nominalGb(), other, percent.negate())
            : Msg.Report.proCardDearer(bandwidth, pro.nominalGb(), other, percent);
    return new Point(report.lead(pair), report.write(buys) + isEnough(pro, standard));
  }

  /** Unless it takes more of the standard ones. */
  private String isEnough(Offer pro, Offer standard) {
    Optional<QuantizationChoice> format = report.recommended().map(Assessment::quantization);
    if (format.isEmpty() || !runsAsWell(pro, standard, format.get())) {
      return "";
    }
    Message sentence = Msg.Report.standardRuns(format.get().asked(), standard.id());
    return " " + report.write(sentence);
  }

  private boolean runsAsWell(Offer pro, Offer standard, QuantizationChoice format) {
    Assessment one = report.assessment(standard, format);
    return one.fitting().fit() == Fit.COMFORTABLE
        && one.worker().units() <= report.assessment(pro, format).worker().units();
  }

  /** Offers that others leave behind, and the memory that costs least. */
  List<Point> moreForLess() {
    List<Point> points = new ArrayList<>();
    List<Offer> offers = shown.stream().filter(report::isOfUse).toList();
    for (Assessment assessment : report.recommendation().assessments()) {
      if (assessment.dominator().isPresent() && offers.contains(assessment.offer())) {
        Point point = new Point(offer(assessment.offer()), dominated(assessment));
        if (!points.contains(point)) { // the same is true of every format
          points.add(point);
        }
      }
    }
    offers.forEach(offer -> twice(offer, offers).ifPresent(points::add));
    List<Point> first = new ArrayList<>(first(points));
    offers.stream()
        .min(Comparator.comparing(OfferComparisons::usdPerGb))
        .ifPresent(offer -> first.add(cheapestMemory(offer)));
    return first;
  }

  /** Less memory for more money may still be the faster memory. */
  private String dominated(Assessment assessment) {
    Offer by = assessment.dominator().orElseThrow();
    return report.write(
        Msg.Report.dominated(
            Bandwidths.range(assessment.offer().cards()),
            Bandwidths.range(by.cards()),
            assessment.reason()));
  }

  /** Twice the memory for little more. */
  private Optional<Point> twice(Offer offer, List<Offer> others) {
    return others.stream()
        .filter(other -> other.provider().equals(offer.provider()))
        .filter(other -> other.nominalGb() >= 2 * offer.nominalGb())
        .filter(other -> other.supply().isNoWorseThan(offer.supply()))
        .filter(other -> isLittleMore(Price.of(other).percentAbove(Price.of(offer))))
        .min(Comparator.comparing(Price::of))
        .map(
            other ->
                Msg.Report.twiceTheMemory(
                    other.nominalGb(),
                    other.id(),
                    offer.nominalGb(),
                    Price.of(other).percentAbove(Price.of(offer))))
        .map(sentence -> new Point(offer(offer), report.write(sentence)));
  }

  private static boolean isLittleMore(BigDecimal percent) {
    return percent.signum() >= 0 && percent.compareTo(LITTLE_MORE) <= 0;
  }

  private Point cheapestMemory(Offer offer) {
    Message sentence = Msg.Report.cheapestMemory(usdPerGb(offer));
    return new Point(offer(offer), report.write(sentence));
  }

  private String offer(Offer offer) {
    return report.lead(Msg.Report.names(List.of(offer.id())));
  }

  private static BigDecimal usdPerGb(Offer offer) {
    BigDecimal gb = BigDecimal.valueOf(offer.nominalGb());
    return Price.of(offer).perHour().divide(gb, USD_PER_GB_DECIMALS, RoundingMode.HALF_UP);
  }
}
