package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Compared;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.PriceParameters;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Named offers side by side.
 *
 * @param question of the price lists that they stand in
 * @param offers the others are held against the first
 */
public record ComparedOffers(Question question, List<Compared> offers) {

  static Optional<ComparedOffers> read(Inputs inputs) {
    List<Compared> offers = distinct(inputs.all(LookupParameters.OFFERS));
    List<Offer> named = offers.stream().map(Compared::offer).toList();
    List<PriceList> lists =
        inputs.catalog().priceLists().all().stream()
            .filter(list -> list.offers().stream().anyMatch(named::contains))
            .toList();
    boolean limited = inputs.isGiven(RentingParameters.MAX_GPUS);
    int gpus =
        offers.stream()
            .filter(each -> !limited || each.units().isPresent())
            .mapToInt(Compared::gpus)
            .max()
            .orElse(0);
    return QuestionInput.read(inputs)
        .map(question -> new ComparedOffers(allowing(gpus, question.of(lists)), offers));
  }

  /** What is named to be compared, or as offers of the caller's own, which go by the same name. */
  static Stream<Offer> named(Inputs inputs) {
    return inputs.given().contains(LookupParameters.OFFERS)
        ? inputs.all(LookupParameters.OFFERS).stream().map(Compared::offer)
        : inputs.all(PriceParameters.OWN_OFFERS).stream();
  }

  /** Whoever names the offers, or how many of them, allows their GPUs with them. */
  private static Question allowing(int gpus, Question asked) {
    return gpus > asked.constraints().maxGpus() ? asked.allowing(gpus) : asked;
  }

  /** Of one offer only one number can be judged. */
  private static List<Compared> distinct(List<Compared> named) {
    return named.stream()
        .collect(
            Collectors.toMap(
                Compared::offer, each -> each, (one, other) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }
}
