package dev.gpuadvisor.story;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceHistory;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.PricePoint;
import dev.gpuadvisor.money.Percent;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of how the price of an offer moved. */
public record HistoryStory(Offer offer, PriceList list, LocalDate today) {

  /** A price, and how far it is from the one before. */
  public record Step(LocalDate since, BigDecimal usdPerHour, Message difference) {}

  /** Since when it costs what it costs, between what it lay, and how far it moved in 90 days. */
  public List<Message> sentences() {
    LocalDate seen = offer.asOf().orElse(list.asOf());
    Message now = Msg.History.now(seen, list.name(), offer.id(), offer.usdPerHour());
    return history()
        .map(
            moved ->
                List.of(
                    now,
                    Msg.History.since(moved.last().since()),
                    Msg.History.range(moved.highest(), moved.lowest()),
                    Msg.History.change(change(moved))))
        .orElseGet(() -> List.of(now, Msg.History.unknown()));
  }

  /** Every price that is known, the latest first; none where it is not known to have moved. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Optional<PricePoint> before = Optional.empty();
    for (PricePoint point : history().map(PriceHistory::points).orElse(List.of())) {
      steps.add(0, step(point, before));
      before = Optional.of(point);
    }
    return steps;
  }

  private static Step step(PricePoint point, Optional<PricePoint> before) {
    BigDecimal usd = point.usdPerHour();
    Message difference =
        before
            .map(PricePoint::usdPerHour)
            .map(then -> Percent.of(usd.subtract(then), then))
            .map(Wording::difference)
            .orElse(Msg.Difference.same());
    return new Step(point.since(), usd, difference);
  }

  /** {@code 0.49 to 0.82, now since 29 October 2026}: for a line of a table. */
  public Optional<Message> inShort() {
    return history()
        .map(
            moved ->
                Msg.History.inShort(
                    change(moved), moved.highest(), moved.lowest(), moved.last().since()));
  }

  private Message change(PriceHistory moved) {
    BigDecimal percent = moved.changePercent(today);
    return percent.signum() == 0 ? Msg.History.same() : Wording.difference(percent);
  }

  private Optional<PriceHistory> history() {
    return list.history(offer);
  }
}
