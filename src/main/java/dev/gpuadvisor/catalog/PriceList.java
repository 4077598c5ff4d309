package dev.gpuadvisor.catalog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The offers of one provider, as seen on one day.
 *
 * @param asOf the day on which the source showed these prices
 * @param source the document that the prices were read from
 */
public record PriceList(
    String provider,
    String name,
    LocalDate asOf,
    String source,
    String currency,
    List<Offer> offers) {

  public PriceList {
    offers = List.copyOf(offers);
  }

  public long ageInDays(LocalDate today) {
    return ChronoUnit.DAYS.between(asOf, today);
  }
}
