package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Hardware of one's own against the cheapest that can be rented, in one format.
 *
 * @param breakEven requests per second, on average, from which on what is owned costs no more; 0
 *     where it never costs more; empty where it always does, or no load is given
 */
public record RentOrBuy(Assessment own, Assessment rented, OptionalDouble breakEven) {

  /** Empty unless both would do. */
  static Optional<RentOrBuy> of(Question question, Picks picks, List<Assessment> eligible) {
    Optional<Assessment> pick = picks.recommended().map(Picks.Pick::assessment);
    if (pick.isEmpty() || question.sources().size() == question.priceLists().size()) {
      return Optional.empty();
    }
    List<Assessment> alike =
        eligible.stream()
            .filter(each -> each.quantization().asked().equals(pick.get().quantization().asked()))
            .toList();
    return cheapest(alike, true)
        .flatMap(own -> cheapest(alike, false).map(rented -> new RentOrBuy(own, rented)));
  }

  private RentOrBuy(Assessment own, Assessment rented) {
    this(
        own,
        rented,
        own.plan().isPresent() && rented.plan().isPresent()
            ? Plan.cheaperFrom(own.plan().get(), rented.plan().get())
            : OptionalDouble.empty());
  }

  private static Optional<Assessment> cheapest(List<Assessment> from, boolean owned) {
    return from.stream()
        .filter(each -> each.offer().isOwn() == owned)
        .min(Comparator.comparing(Assessment::bill));
  }

  /** Whether what is owned costs no more at this load. */
  public boolean buys() {
    return own.bill().compareTo(rented.bill()) <= 0;
  }
}
