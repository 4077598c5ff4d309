package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Shortlist;
import dev.gpuadvisor.csv.AssessmentTable;
import dev.gpuadvisor.csv.Csv;
import dev.gpuadvisor.json.RecommendationJson;
import dev.gpuadvisor.question.ComparedOffers;
import dev.gpuadvisor.question.Listed;
import dev.gpuadvisor.story.Story;
import java.util.List;

/** The operations that judge offers. */
final class AdviceOperations {

  private AdviceOperations() {}

  static Content recommend(Listed<Question> asked, Call call) {
    Recommendation recommendation = Advisor.recommend(asked.question(), call.today());
    Shortlist shortlist =
        asked
            .limit()
            .map(limit -> Shortlist.of(recommendation, limit))
            .orElseGet(() -> Shortlist.of(recommendation));
    return call.json(
            json ->
                new RecommendationJson(json, call.texts(), call.today())
                    .write(recommendation, shortlist))
        .summarized(() -> new Story(recommendation, call.today()).sentences());
  }

  /** All assessments, unless it is said how many: a table has no place to count the others. */
  static Content recommendTable(Listed<Question> asked, Call call) {
    Recommendation recommendation = Advisor.recommend(asked.question(), call.today());
    List<Assessment> assessments =
        asked
            .limit()
            .map(limit -> Shortlist.of(recommendation, limit).assessments())
            .orElseGet(recommendation::assessments);
    return Content.cacheable(
        Csv.TYPE, AssessmentTable.bytes(recommendation, assessments, call.texts()));
  }

  static Content compareTable(ComparedOffers asked, Call call) {
    Comparison comparison = Advisor.compare(asked.question(), asked.offers(), call.today());
    return Content.cacheable(Csv.TYPE, AssessmentTable.bytes(comparison, call.texts()));
  }

  static Content compare(ComparedOffers asked, Call call) {
    Comparison comparison = Advisor.compare(asked.question(), asked.offers(), call.today());
    return call.json(
            json -> new RecommendationJson(json, call.texts(), call.today()).write(comparison))
        .summarized(() -> Summaries.of(comparison));
  }
}
