package dev.gpuadvisor.advice;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;

import dev.gpuadvisor.advice.Constraints.Budget;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Questions about the bundled catalogue, for tests. */
final class Questions {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private Questions() {}

  static Question of(String model, int context, String... families) {
    Workload workload = Workloads.of(model, context);
    List<QuantizationChoice> choices =
        Arrays.stream(families)
            .map(
                family ->
                    QuantizationChoice.ofFamily(family, workload.model(), workload.runtime())
                        .orElseThrow())
            .toList();
    return new Question(
        workload,
        choices,
        List.of(CATALOG.defaultPriceList()),
        Constraints.none(),
        Optional.empty());
  }

  static Question within(Question question, Constraints constraints) {
    return new Question(
        question.task(),
        question.quantizations(),
        question.priceLists(),
        constraints,
        question.current());
  }

  static Constraints budgetPerHour(String usd) {
    return within(new Budget(Optional.of(new BigDecimal(usd)), Optional.empty(), Usage.always()));
  }

  static Constraints within(Budget budget) {
    return new Constraints(budget, Supply.UNKNOWN, 1, Optional.empty(), RankBy.PRICE);
  }

  static Constraints of(Supply minSupply, int maxGpus) {
    return new Constraints(Budget.none(), minSupply, maxGpus, Optional.empty(), RankBy.PRICE);
  }

  static Constraints rankedBy(RankBy rankBy) {
    return new Constraints(Budget.none(), Supply.UNKNOWN, 1, Optional.empty(), rankBy);
  }

  /** The same question of a price list with other offers. */
  static Question offering(Question question, UnaryOperator<List<Offer>> change) {
    PriceList list = CATALOG.defaultPriceList();
    PriceList changed = list.with(change.apply(list.offers()));
    return question.of(List.of(changed));
  }

  /** The same question by somebody who has something running. */
  static Question running(Question question, Current current) {
    return new Question(
        question.task(),
        question.quantizations(),
        question.priceLists(),
        question.constraints(),
        Optional.of(current));
  }

  static Current card(String id, String usdPerHour) {
    Rented card = new Rented.OfCard(CATALOG.cards().find(id).orElseThrow());
    return new Current(Optional.of(card), new BigDecimal(usdPerHour));
  }

  static Current offer(String id) {
    Offer offer = CATALOG.offers().find(id).orElseThrow();
    return new Current(Optional.of(new Rented.OfOffer(offer)), offer.usdPerHour());
  }

  static Recommendation answer(Question question) {
    return Advisor.recommend(question, TODAY);
  }

  static Assessment assessment(Recommendation answer, String offer, String quantization) {
    return answer.assessments().stream()
        .filter(each -> each.offer().id().equals(offer))
        .filter(each -> each.quantization().asked().equals(quantization))
        .findFirst()
        .orElseThrow();
  }
}
