package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.json.RecommendationJson;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.question.QuestionInput;
import dev.gpuadvisor.story.Story;
import java.util.List;

/** The operations that judge offers. */
final class AdviceOperations {

  private AdviceOperations() {}

  static Content recommend(Call call) {
    Question question = QuestionInput.read(call.inputs());
    Recommendation recommendation = Advisor.recommend(question, call.today());
    return Content.json(
            json -> new RecommendationJson(json, call.texts(), call.today()).write(recommendation))
        .summarized(() -> new Story(recommendation, call.today()).sentences());
  }

  static Content compare(Call call) {
    Question question = QuestionInput.read(call.inputs());
    List<Offer> offers = call.inputs().all(LookupParameters.OFFERS).stream().distinct().toList();
    List<PriceList> lists =
        BundledCatalog.catalog().priceLists().all().stream()
            .filter(list -> list.offers().stream().anyMatch(offers::contains))
            .toList();
    Comparison comparison = Advisor.compare(question.of(lists), offers, call.today());
    return Content.json(
            json -> new RecommendationJson(json, call.texts(), call.today()).write(comparison))
        .summarized(() -> Summaries.of(comparison));
  }
}
