package dev.gpuadvisor.api.operation;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.api.input.Parameters;
import dev.gpuadvisor.api.input.QuestionInput;
import dev.gpuadvisor.api.json.RecommendationJson;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import java.util.List;

/** The operations that judge offers. */
final class Advice {

  private Advice() {}

  static Content recommend(Call call) {
    Question question = QuestionInput.read(call.inputs());
    Recommendation recommendation = Advisor.recommend(question, call.today());
    return Content.json(
            json -> new RecommendationJson(json, call.texts(), call.today()).write(recommendation))
        .summarized(() -> Summaries.of(recommendation));
  }

  static Content compare(Call call) {
    Question question = QuestionInput.read(call.inputs());
    List<Offer> offers = call.inputs().all(Parameters.OFFERS).stream().distinct().toList();
    List<PriceList> lists =
        Catalog.bundled().priceLists().all().stream()
            .filter(list -> list.offers().stream().anyMatch(offers::contains))
            .toList();
    Comparison comparison = Advisor.compare(question.of(lists), offers, call.today());
    return Content.json(
            json -> new RecommendationJson(json, call.texts(), call.today()).write(comparison))
        .summarized(() -> Summaries.of(comparison));
  }
}
