package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Constraints;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.parameter.CardsWanted;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.OfferOrder;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.parameter.RentingParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The offers that somebody wants to see.
 *
 * @param lists that they stand in
 * @param usage that their month is worked out for
 * @param exchange what another currency is worth, where prices are to be told in it too
 * @param minSupply least supply that will do; unknown where any will
 */
public record OfferList(
    List<Offer> offers,
    List<PriceList> lists,
    Usage usage,
    Optional<Exchange> exchange,
    Supply minSupply) {

  static Optional<OfferList> read(Inputs inputs) {
    List<PriceList> lists = ProviderName.priceLists(inputs);
    Optional<BigDecimal> memory = inputs.one(LookupParameters.MIN_MEMORY_GIB);
    Optional<CardsWanted> card = inputs.one(LookupParameters.WANTED_CARD);
    Constraints.Budget budget =
        new Constraints.Budget(
            inputs.one(RentingParameters.BUDGET_PER_HOUR),
            inputs.one(RentingParameters.BUDGET_PER_MONTH),
            usage(inputs));
    boolean sought = memory.isPresent() || card.isPresent() || budget.isAny();
    OfferOrder order =
        inputs.one(LookupParameters.SORT).orElse(sought ? OfferOrder.PRICE : OfferOrder.CATALOGUE);
    List<Offer> offers =
        lists.stream()
            .flatMap(list -> list.offers().stream())
            .filter(offer -> memory.isEmpty() || hasMemory(offer, memory.get()))
            .filter(offer -> card.isEmpty() || card.get().isIn(offer))
            .filter(offer -> !budget.isAny() || !budget.isOver(Bill.of(offer, budget.usage())))
            .toList();
    return Optional.of(
        new OfferList(
            order.sorted(offers),
            lists,
            budget.usage(),
            inputs.exchange(),
            inputs.one(RentingParameters.MIN_SUPPLY).orElse(Supply.UNKNOWN)));
  }

  /** Those of which there is enough, by what is still known on a day. */
  public OfferList on(LocalDate today) {
    List<Offer> there =
        offers.stream()
            .map(offer -> offer.on(today))
            .filter(offer -> minSupply == Supply.UNKNOWN || offer.supply().atLeast(minSupply))
            .toList();
    return new OfferList(there, lists, usage, exchange, minSupply);
  }

  /** By its label: who asks for 80 takes an H100, of which the driver reports 79.6 GiB. */
  private static boolean hasMemory(Offer offer, BigDecimal gib) {
    return gib.compareTo(BigDecimal.valueOf(offer.nominalGb())) <= 0;
  }

  static Usage usage(Inputs inputs) {
    return inputs.one(RentingParameters.HOURS_PER_MONTH).map(Usage::of).orElseGet(Usage::always);
  }
}
