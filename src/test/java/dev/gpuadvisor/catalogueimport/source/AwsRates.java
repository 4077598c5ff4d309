package dev.gpuadvisor.catalogueimport.source;

import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalogueimport.Answer;
import dev.gpuadvisor.catalogueimport.ImportException;
import dev.gpuadvisor.catalogueimport.Mapping;
import dev.gpuadvisor.catalogueimport.Quote;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The rates of an offer file that are prices of ours, whichever of the two forms it has. */
final class AwsRates {

  private final Mapping mapping;
  private final List<Quote> quotes = new ArrayList<>();
  private LocalDate published;

  AwsRates(Mapping mapping) {
    this.mapping = mapping;
  }

  Answer answer() {
    return new Answer(quotes, Optional.ofNullable(published));
  }

  /** Of several files the oldest counts. */
  void published(String text) {
    Dates.day(text)
        .filter(day -> published == null || day.isBefore(published))
        .ifPresent(day -> published = day);
  }

  /** Whether a product is an instance that somebody rents as it is: by its attributes, as CSV. */
  static boolean isPlain(UnaryOperator<String> attribute) {
    return attribute.apply("Tenancy").equals("Shared")
        && attribute.apply("Operating System").equals("Linux")
        && attribute.apply("CapacityStatus").equals("Used")
        && isOneOf(attribute.apply("Pre Installed S/W"), "NA", "")
        && isOneOf(attribute.apply("MarketOption"), "OnDemand", "")
        && isOneOf(attribute.apply("Location Type"), "AWS Region", "")
        && !attribute.apply("Region Code").isEmpty();
  }

  private static boolean isOneOf(String value, String one, String other) {
    return value.equals(one) || value.equals(other);
  }

  /** Those that are not mapped are told where they have GPUs. */
  boolean isWanted(UnaryOperator<String> attribute) {
    return mapping.offers().containsKey(key(attribute)) || isGpu(attribute.apply("GPU"));
  }

  private static boolean isGpu(String count) {
    return !count.isEmpty() && !count.equals("0") && !count.equals("NA");
  }

  static String key(UnaryOperator<String> attribute) {
    return attribute.apply("Instance Type") + " " + attribute.apply("Region Code");
  }

  void add(String key, String price, String currency, String unit) {
    if (!unit.equals("Hrs")) {
      throw new ImportException(key + " is priced by " + unit + ", not by the hour.");
    }
    quotes.add(new Quote(key, decimal(key, price), currency, Supply.UNKNOWN));
  }

  private static BigDecimal decimal(String key, String price) {
    try {
      BigDecimal read = new BigDecimal(price);
      return read.signum() == 0 ? BigDecimal.ZERO : read.stripTrailingZeros();
    } catch (NumberFormatException e) {
      throw new ImportException("The price of " + key + " is no number: " + price, e);
    }
  }
}
