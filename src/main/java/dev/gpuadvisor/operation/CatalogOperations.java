package dev.gpuadvisor.operation;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.json.ModelJson;
import dev.gpuadvisor.json.OfferJson;
import dev.gpuadvisor.question.ModelList;
import dev.gpuadvisor.question.OfferList;
import dev.gpuadvisor.question.OfferQuestion;

/** The catalogue as it is. */
final class CatalogOperations {

  private CatalogOperations() {}

  static Content listOffers(OfferList asked, Call call) {
    return Content.json(
            json ->
                new OfferJson(json, asked.usage())
                    .write(asked.offers(), asked.lists(), call.today()))
        .summarized(() -> Summaries.ofOffers(asked.offers()));
  }

  static Content showOffer(OfferQuestion asked, Call call) {
    return Content.json(
        json ->
            new OfferJson(json, asked.usage()).write(asked.offer(), asked.list(), call.today()));
  }

  static Content listModels(ModelList asked, Call call) {
    return Content.json(json -> new ModelJson(json).write(asked.models()))
        .summarized(() -> Summaries.ofModels(asked.models()));
  }

  static Content showModel(Model model, Call call) {
    return Content.json(json -> new ModelJson(json).write(model));
  }
}
