package dev.gpuadvisor.catalogueimport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What no price list is made of. Every gate that closes is told, and any one stops the import. */
final class Gates {

  /** Of the mapped offers, in percent, that an answer must have. */
  private static final int LEAST_SEEN = 90;

  /** By which a price may move without a second source, in percent. */
  private static final int MOST_MOVED = 25;

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final BigDecimal TWICE = BigDecimal.valueOf(2);

  private final Options options;
  private final Mapping mapping;
  private final SecondSource second;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Quote> quotes = new LinkedHashMap<>();

  Gates(Options options, Mapping mapping, SecondSource second) {
    this.options = options;
    this.mapping = mapping;
    this.second = second;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /** What was seen of our offers, by their ids. */
  Map<String, Quote> read(Answer answer) {
    if (answer.quotes().isEmpty()) {
      faults.add("The answer has no offers.");
    }
    for (Quote quote : answer.quotes()) {
      mapping.offer(quote.key()).ifPresent(offer -> take(offer, quote));
    }
    return quotes;
  }

  private void take(String offer, Quote quote) {
    if (quote.perHour() == null) {
      return;
    }
    if (quote.perHour().signum() <= 0) {
      faults.add("The price of " + quote.key() + " is " + quote.perHour().toPlainString() + ".");
    } else if (!quote.currency().equals(Quote.USD)) {
      faults.add("The price of " + quote.key() + " is in '" + quote.currency() + "'.");
    } else {
      Quote other = quotes.putIfAbsent(offer, quote);
      if (other != null && other.perHour().compareTo(quote.perHour()) != 0) {
        faults.add(
            "Two prices of "
                + quote.key()
                + ": "
                + usd(other.perHour())
                + " and "
                + usd(quote.perHour())
                + ".");
      }
    }
  }

  void judge(PriceListFile list, Answer answer) {
    Set<String> mapped = list.mapped(mapping);
    long seen = mapped.stream().filter(quotes::containsKey).count();
    if (seen * 100 < (long) mapped.size() * LEAST_SEEN) {
      faults.add(
          "Only "
              + seen
              + " of "
              + mapped.size()
              + " mapped offers of "
              + list.provider()
              + " are in the answer.");
    }
    LocalDate day = options.day(answer);
    if (day.isBefore(list.asOf())) {
      faults.add(
          "The answer is of "
              + day
              + ", and the list "
              + list.provider()
              + " of "
              + list.asOf()
              + ".");
    }
    for (String offer : mapped) {
      if (quotes.containsKey(offer)) {
        judge(list, offer);
      }
    }
  }

  private void judge(PriceListFile list, String offer) {
    BigDecimal now = quotes.get(offer).perHour();
    BigDecimal before = list.perHour(offer);
    if (now.compareTo(before) == 0 || options.accept().contains(offer)) {
      return;
    }
    boolean confirmed = second.confirms(quotes.get(offer).key(), now);
    if (moved(before, now).abs().compareTo(BigDecimal.valueOf(MOST_MOVED)) > 0 && !confirmed) {
      faults.add(
          offer
              + " goes from "
              + usd(before)
              + " to "
              + usd(now)
              + " ("
              + percent(before, now)
              + "), which no second source confirms; -Daccept="
              + offer
              + " takes it.");
    }
    sizes(list, offer, now);
  }

  /**
   * A GPU of a big machine costs no more than twice, and no less than half that of the smallest.
   */
  private void sizes(PriceListFile list, String offer, BigDecimal now) {
    list.offers().stream()
        .filter(other -> list.kind(other).equals(list.kind(offer)))
        .filter(other -> list.gpus(other) < list.gpus(offer))
        .min(Comparator.comparingInt(list::gpus))
        .ifPresent(
            smallest -> {
              Quote quote = quotes.get(smallest);
              BigDecimal one =
                  each(quote == null ? list.perHour(smallest) : quote.perHour(), list, smallest);
              BigDecimal big = each(now, list, offer);
              if (big.compareTo(one.multiply(TWICE)) > 0
                  || one.compareTo(big.multiply(TWICE)) > 0) {
                faults.add(
                    "A GPU of "
                        + offer
                        + " costs "
                        + usd(big)
                        + ", and one of "
                        + smallest
                        + " "
                        + usd(one)
                        + "; -Daccept="
                        + offer
                        + " takes it.");
              }
            });
  }

  private static BigDecimal each(BigDecimal price, PriceListFile list, String offer) {
    return price.divide(BigDecimal.valueOf(list.gpus(offer)), 6, RoundingMode.HALF_UP);
  }

  private static BigDecimal moved(BigDecimal before, BigDecimal now) {
    return now.subtract(before).multiply(PERCENT).divide(before, 1, RoundingMode.HALF_UP);
  }

  static String percent(BigDecimal before, BigDecimal now) {
    BigDecimal moved = moved(before, now);
    return (moved.signum() > 0 ? "+" : "") + moved.toPlainString() + " %";
  }

  static String usd(BigDecimal price) {
    return "$" + price.stripTrailingZeros().toPlainString();
  }
}
