package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Whereabouts;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which cards are looked at, where a pick is rented, where that matters, and what it costs in the
 * caller's currency: lists are in dollars.
 */
final class SoughtNotes {

  private static final int DECIMALS_OF_AN_HOUR = 4;
  private static final int MOST_CARDS = 12;

  private SoughtNotes() {}

  static List<Note> of(Question question, Picks picks) {
    Optional<Assessment> pick = picks.recommended().map(Picks.Pick::assessment);
    Optional<Note> place = pick.flatMap(each -> place(question.sought().where(), each.offer()));
    Optional<Note> price =
        question
            .exchange()
            .map(exchange -> pick.isPresent() ? priced(exchange, pick.get()) : rate(exchange));
    return Stream.of(cards(question.sought()), place, price).flatMap(Optional::stream).toList();
  }

  private static Optional<Note> cards(Sought sought) {
    if (sought.cards().isEmpty()) {
      return Optional.empty();
    }
    List<String> cards = shown(sought.cards());
    return Optional.of(
        Note.of(
            NoteCode.CARD, sought.otherCards() ? Msg.Note.cardOther(cards) : Msg.Note.card(cards)));
  }

  /** A maker has more cards than anybody reads. */
  private static List<String> shown(List<String> cards) {
    return cards.size() <= MOST_CARDS
        ? cards
        : Stream.concat(cards.stream().limit(MOST_CARDS), Stream.of("…")).toList();
  }

  private static Optional<Note> place(Whereabouts where, Offer offer) {
    return where.isAnywhere()
        ? Optional.empty()
        : offer
            .sale()
            .regionName()
            .map(
                region ->
                    where.outside()
                        ? Msg.Note.regionOutside(offer.id(), where.name(), region)
                        : Msg.Note.region(offer.id(), where.name(), region))
            .map(text -> Note.of(NoteCode.REGION, text));
  }

  private static Note priced(Exchange exchange, Assessment pick) {
    Bill bill = pick.bill();
    String currency = exchange.currency();
    BigDecimal hour = hour(exchange, bill);
    BigDecimal cost = exchange.cents(bill.amount());
    String offer = pick.worker().label();
    return Note.of(
        NoteCode.EXCHANGE,
        bill.usdPerRun().isPresent()
            ? Msg.Note.exchangeRun(currency, hour, offer, exchange.usdPerUnit(), cost)
            : Msg.Note.exchange(currency, hour, cost, offer, exchange.usdPerUnit()));
  }

  private static BigDecimal hour(Exchange exchange, Bill bill) {
    return exchange.of(bill.usdPerHour()).setScale(DECIMALS_OF_AN_HOUR, RoundingMode.HALF_UP);
  }

  private static Note rate(Exchange exchange) {
    return Note.of(
        NoteCode.EXCHANGE, Msg.Note.exchangeRate(exchange.currency(), exchange.usdPerUnit()));
  }
}
