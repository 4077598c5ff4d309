package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.sizing.Hardware;
import java.math.BigDecimal;

/** What is rented: one or more units of an offer that work together. */
public record Worker(Offer offer, int units) {

  public int gpus() {
    return offer.gpus() * units;
  }

  public int nominalGb() {
    return offer.nominalGb() * units;
  }

  /** {@code AMPERE_48}, or {@code 4 x AMPERE_48} where several work together. */
  public String label() {
    return units == 1 ? offer.id() : units + " x " + offer.id();
  }

  /** So many of them, each with its units: {@code 3 x (2 x AMPERE_48)}. */
  public String label(int replicas) {
    if (replicas == 1) {
      return label();
    }
    return replicas + " x " + (units == 1 ? label() : "(" + label() + ")");
  }

  public Price price() {
    BigDecimal one = offer.usdPerHour();
    return new Price(units == 1 ? one : one.multiply(BigDecimal.valueOf(units)));
  }

  /** What a month of it costs. */
  Bill bill(Usage usage) {
    return Bill.of(price(), offer.terms(), usage);
  }

  Hardware hardware() {
    return new Hardware(offer.cards(), gpus());
  }
}
