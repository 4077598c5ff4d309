package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import java.util.List;
import java.util.Optional;

/**
 * A question whose answer is to be started.
 *
 * @param offer to start it on; empty for the one that is recommended
 */
public record LaunchQuestion(Question question, Optional<Offer> offer) {

  static Optional<LaunchQuestion> read(Inputs inputs) {
    Optional<Offer> offer = inputs.one(LookupParameters.LAUNCHED);
    return QuestionInput.read(inputs)
        .map(
            question ->
                new LaunchQuestion(
                    offer.map(named -> question.of(lists(inputs, named))).orElse(question), offer));
  }

  /** Whose it is, whoever was asked for. */
  private static List<PriceList> lists(Inputs inputs, Offer named) {
    return inputs.catalog().priceLists().all().stream()
        .filter(list -> list.provider().equals(named.provider()))
        .toList();
  }
}
