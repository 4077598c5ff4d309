package dev.gpuadvisor.parameter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Currencies by what people write for them, at the start of a text in lower case. */
final class Currencies {

  static final String USD = "USD";

  /** Longer names before those that they begin with. */
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("us$", USD),
          Map.entry("a$", "AUD"),
          Map.entry("c$", "CAD"),
          Map.entry("r$", "BRL"),
          Map.entry("$", USD),
          Map.entry("usd", USD),
          Map.entry("dollars", USD),
          Map.entry("dollar", USD),
          Map.entry("\u20ac", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("eur", "EUR"),
          Map.entry("\u00a3", "GBP"),
          Map.entry("pounds", "GBP"),
          Map.entry("gbp", "GBP"),
          Map.entry("\u00a5", "JPY"),
          Map.entry("yen", "JPY"),
          Map.entry("jpy", "JPY"),
          Map.entry("cny", "CNY"),
          Map.entry("yuan", "CNY"),
          Map.entry("rmb", "CNY"),
          Map.entry("\u20b9", "INR"),
          Map.entry("rupees", "INR"),
          Map.entry("inr", "INR"),
          Map.entry("chf", "CHF"),
          Map.entry("cad", "CAD"),
          Map.entry("aud", "AUD"),
          Map.entry("sek", "SEK"),
          Map.entry("nok", "NOK"),
          Map.entry("dkk", "DKK"),
          Map.entry("pln", "PLN"),
          Map.entry("brl", "BRL"),
          Map.entry("krw", "KRW"),
          Map.entry("sgd", "SGD"));

  private Currencies() {}

  /** Every one of them, in the order of the list. */
  static List<String> codes() {
    return NAMES.stream().map(Map.Entry::getValue).distinct().toList();
  }

  /** The currency that a text begins with; empty where it begins with none. */
  static Optional<String> at(String text) {
    return name(text).map(Map.Entry::getValue);
  }

  static int lengthAt(String text) {
    return name(text).map(entry -> entry.getKey().length()).orElse(0);
  }

  private static Optional<Map.Entry<String, String>> name(String text) {
    if (text.isEmpty() || isDigit(text.charAt(0))) {
      return Optional.empty(); // most numbers: no need to look at each name
    }
    for (Map.Entry<String, String> entry : NAMES) {
      if (text.startsWith(entry.getKey())) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
