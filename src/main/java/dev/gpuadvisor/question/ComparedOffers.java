package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.List;
import java.util.Optional;

/**
 * Named offers side by side.
 *
 * @param question of the price lists that they stand in
 * @param offers the others are held against the first
 */
public record ComparedOffers(Question question, List<Offer> offers) {

  static Optional<ComparedOffers> read(Inputs inputs) {
    List<Offer> offers = inputs.all(LookupParameters.OFFERS).stream().distinct().toList();
    List<PriceList> lists =
        inputs.catalog().priceLists().all().stream()
            .filter(list -> list.offers().stream().anyMatch(offers::contains))
            .toList();
    int gpus =
        inputs.isGiven(RentingParameters.MAX_GPUS)
            ? 0
            : offers.stream().mapToInt(Offer::gpus).max().orElse(0);
    return QuestionInput.read(inputs).map(question -> of(question, lists, offers, gpus));
  }

  /**
   * @param gpus that whoever names the offers allows with them
   */
  private static ComparedOffers of(
      Question question, List<PriceList> lists, List<Offer> offers, int gpus) {
    Question asked = question.of(lists);
    return new ComparedOffers(gpus > 1 ? asked.allowing(gpus) : asked, offers);
  }
}
