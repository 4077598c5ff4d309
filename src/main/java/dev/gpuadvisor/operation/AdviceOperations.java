package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Shortlist;
import dev.gpuadvisor.json.RecommendationJson;
import dev.gpuadvisor.question.ComparedOffers;
import dev.gpuadvisor.question.ListedQuestion;
import dev.gpuadvisor.story.Story;

/** The operations that judge offers. */
final class AdviceOperations {

  private AdviceOperations() {}

  static Content recommend(ListedQuestion asked, Call call) {
    Recommendation recommendation = Advisor.recommend(asked.question(), call.today());
    Shortlist shortlist =
        asked
            .limit()
            .map(limit -> Shortlist.of(recommendation, limit))
            .orElseGet(() -> Shortlist.of(recommendation));
    return Content.json(
            json ->
                new RecommendationJson(json, call.texts(), call.today())
                    .write(recommendation, shortlist))
        .summarized(() -> new Story(recommendation, call.today()).sentences());
  }

  static Content compare(ComparedOffers asked, Call call) {
    Comparison comparison = Advisor.compare(asked.question(), asked.offers(), call.today());
    return Content.json(
            json -> new RecommendationJson(json, call.texts(), call.today()).write(comparison))
        .summarized(() -> Summaries.of(comparison));
  }
}
