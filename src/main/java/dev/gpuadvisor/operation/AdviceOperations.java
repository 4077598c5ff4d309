package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.json.RecommendationJson;
import dev.gpuadvisor.question.ComparedOffers;
import dev.gpuadvisor.story.Story;

/** The operations that judge offers. */
final class AdviceOperations {

  private AdviceOperations() {}

  static Content recommend(Question question, Call call) {
    Recommendation recommendation = Advisor.recommend(question, call.today());
    return Content.json(
            json -> new RecommendationJson(json, call.texts(), call.today()).write(recommendation))
        .summarized(() -> new Story(recommendation, call.today()).sentences());
  }

  static Content compare(ComparedOffers asked, Call call) {
    Comparison comparison = Advisor.compare(asked.question(), asked.offers(), call.today());
    return Content.json(
            json -> new RecommendationJson(json, call.texts(), call.today()).write(comparison))
        .summarized(() -> Summaries.of(comparison));
  }
}
