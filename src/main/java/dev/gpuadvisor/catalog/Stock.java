package dev.gpuadvisor.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How much there is of an offer, and when that was seen.
 *
 * @param asOf empty where it stands for no day, as what an analysis found over some time
 */
public record Stock(Supply supply, Optional<LocalDate> asOf) {

  /** What providers show of their stock ages in hours. */
  private static final int DAYS = 1;

  public static final Stock UNKNOWN = of(Supply.UNKNOWN);

  /** Of no day. */
  public static Stock of(Supply supply) {
    return new Stock(supply, Optional.empty());
  }

  /** What is still known of it on a day. */
  public Stock on(LocalDate today) {
    boolean aged = asOf.isPresent() && asOf.get().plusDays(DAYS).isBefore(today);
    return aged ? UNKNOWN : this;
  }
}
