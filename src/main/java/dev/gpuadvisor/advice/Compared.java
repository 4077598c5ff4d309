package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An offer that is to be held against others.
 *
 * @param units how many of it; empty where nobody says, and as many count as serve best
 */
public record Compared(Offer offer, Optional<Integer> units) {

  /** At least: of one unit, or of as many as were said. */
  public int gpus() {
    return offer.gpus() * units.orElse(1);
  }

  Compared on(LocalDate today) {
    return new Compared(offer.on(today), units);
  }

  Unit unit(Question question) {
    return Unit.of(offer, units, question);
  }

  boolean isOf(Assessment assessment) {
    return assessment.offer().equals(offer)
        && units.map(many -> many == assessment.worker().units()).orElse(true);
  }
}
