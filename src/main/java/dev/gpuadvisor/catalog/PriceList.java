package dev.gpuadvisor.catalog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The offers of one provider, as seen on one day.
 *
 * @param asOf the day on which the source showed these prices
 * @param source the document that the prices were read from
 * @param provenance where the terms come from; its note says what to know before comparing
 */
public record PriceList(
    String provider,
    String name,
    LocalDate asOf,
    String source,
    String currency,
    Terms terms,
    Provenance provenance,
    List<Offer> offers) {

  public PriceList {
    offers = List.copyOf(offers);
  }

  /** Not where the source names no more than a month or a year, whose first day is taken. */
  public boolean isDateVerified() {
    return !provenance.unverified().contains("as_of");
  }

  public long ageInDays(LocalDate today) {
    return ChronoUnit.DAYS.between(asOf, today);
  }

  /** The same list with other offers. */
  public PriceList with(List<Offer> others) {
    return new PriceList(provider, name, asOf, source, currency, terms, provenance, others);
  }
}
