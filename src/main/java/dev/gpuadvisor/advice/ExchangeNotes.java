package dev.gpuadvisor.advice;

import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What a pick costs in the caller's currency, and at which rate: lists are in dollars. */
final class ExchangeNotes {

  private static final int DECIMALS_OF_AN_HOUR = 4;

  private ExchangeNotes() {}

  static List<Note> of(Question question, Picks picks) {
    Optional<Assessment> pick = picks.recommended().map(Picks.Pick::assessment);
    return question.exchange().stream()
        .map(exchange -> pick.isPresent() ? priced(exchange, pick.get()) : rate(exchange))
        .toList();
  }

  private static Note priced(Exchange exchange, Assessment pick) {
    Bill bill = pick.bill();
    return Note.of(
        "exchange",
        Msg.Note.exchange(
            exchange.currency(),
            hour(exchange, bill),
            exchange.cents(bill.usdPerMonth()),
            pick.worker().label(),
            exchange.usdPerUnit()));
  }

  private static BigDecimal hour(Exchange exchange, Bill bill) {
    return exchange.of(bill.usdPerHour()).setScale(DECIMALS_OF_AN_HOUR, RoundingMode.HALF_UP);
  }

  private static Note rate(Exchange exchange) {
    return Note.of("exchange", Msg.Note.exchangeRate(exchange.currency(), exchange.usdPerUnit()));
  }
}
