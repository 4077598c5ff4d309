package dev.gpuadvisor.slack.message;

import static dev.gpuadvisor.slack.message.Block.Table.KEPT;
import static dev.gpuadvisor.slack.message.Block.Table.LEFT;
import static dev.gpuadvisor.slack.message.Block.Table.RIGHT;

import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.slack.message.Block.Table;
import dev.gpuadvisor.slack.message.Block.Table.Column;
import dev.gpuadvisor.slack.message.Block.Table.Row;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** Assessed offers in a table. */
record OfferBlock(MessageBuilder page) {

  static final int MOST_ROWS = 8;

  Table of(List<OfferRow> offers) {
    Optional<Price> cheapest = cheapestWherePricesHaveNoOther(offers);
    List<Column> columns =
        List.of(
            new Column(page.write(Msg.Answer.headOffer()), LEFT, KEPT),
            new Column(page.write(Msg.Answer.headFormat()), LEFT, 1),
            new Column(page.write(Msg.Answer.headFit()), LEFT, 2),
            new Column(page.write(Msg.Slack.headHour()), RIGHT, KEPT),
            new Column(page.write(Msg.Slack.headDifference()), RIGHT, 3),
            new Column(page.write(Msg.Slack.headMemory()), RIGHT, KEPT),
            new Column(page.write(Msg.Answer.headSupply()), LEFT, 4),
            new Column(page.write(Msg.Answer.headProvider()), LEFT, 5));
    return new Table(columns, offers.stream().map(offer -> row(offer, cheapest)).toList());
  }

  private Row row(OfferRow offer, Optional<Price> cheapest) {
    return new Row(
        offer.recommended(),
        List.of(
            offer.offer(),
            offer.assessment().quantization().asked(),
            page.write(offer.fit()),
            page.write(Wording.hourFigure(price(offer))),
            page.write(difference(offer, cheapest)),
            page.write(Wording.percent(offer.assessment().memoryPercent())),
            page.write(offer.supply()),
            offer.assessment().offer().provider()));
  }

  /** Of all workers that a load takes. */
  private static Price price(OfferRow offer) {
    return new Price(offer.assessment().bill().usdPerHour());
  }

  /** Where nothing is picked, prices are held against the cheapest that fits. */
  private static Message difference(OfferRow offer, Optional<Price> cheapest) {
    return cheapest
        .filter(least -> fits(offer))
        .map(least -> Wording.difference(price(offer).percentAbove(least)))
        .orElseGet(offer::difference);
  }

  private static Optional<Price> cheapestWherePricesHaveNoOther(List<OfferRow> offers) {
    return offers.stream().anyMatch(offer -> offer.assessment().differencePercent().isPresent())
        ? Optional.empty()
        : offers.stream()
            .filter(OfferBlock::fits)
            .map(OfferBlock::price)
            .filter(price -> price.perHour().signum() > 0)
            .min(Price::compareTo);
  }

  private static boolean fits(OfferRow offer) {
    return offer.assessment().fitting().fit() != Fit.NO;
  }
}
