package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Offer;
import java.util.Comparator;
import java.util.List;

/** In what order offers are listed. */
public enum OfferOrder {
  /** That of the catalogue. */
  CATALOGUE,
  /** The cheapest first. */
  PRICE,
  /** The one with the most memory first. */
  MEMORY;

  private static final Comparator<Offer> CHEAPEST =
      Comparator.comparing(Offer::usdPerHour)
          .thenComparing(Offer::nominalGb, Comparator.reverseOrder());

  public List<Offer> sorted(List<Offer> offers) {
    return switch (this) {
      case CATALOGUE -> offers;
      case PRICE -> offers.stream().sorted(CHEAPEST).toList();
      case MEMORY ->
          offers.stream()
              .sorted(
                  Comparator.comparing(Offer::nominalGb, Comparator.reverseOrder())
                      .thenComparing(Offer::usdPerHour))
              .toList();
    };
  }
}
