package dev.gpuadvisor.csv;

import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns for those who want prices in another currency too. */
final class Rates {

  private static final List<String> COLUMNS = List.of("currency", "per_hour", "per_month");

  private Rates() {}

  static List<String> columns(List<String> usual, Optional<Exchange> exchange) {
    return exchange.isEmpty() ? usual : Stream.concat(usual.stream(), COLUMNS.stream()).toList();
  }

  static void add(List<Object> cells, Exchange rate, Bill bill) {
    cells.add(rate.currency());
    cells.add(rate.of(bill.usdPerHour()));
    cells.add(rate.cents(bill.usdPerMonth()));
  }
}
