package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Shortlist;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recommendations and comparisons. */
public record RecommendationJson(JsonGenerator json, Texts texts, LocalDate today) {

  /**
   * @param shortlist what of its assessments is spelled out
   */
  public void write(Recommendation recommendation, Shortlist shortlist) throws IOException {
    json.writeStartObject();
    WorkloadJson.write(json, recommendation.question().task());
    AssumedJson.write(json, recommendation.question().task(), texts);
    CapacityJson capacity = new CapacityJson(json);
    if (recommendation.question().load().isPresent()) {
      capacity.write(recommendation.question().load().get());
    }
    new PicksJson(json, texts, recommendation.question().exchange()).write(recommendation.picks());
    assessments(recommendation.question()).write(shortlist.assessments());
    if (!shortlist.isWhole()) {
      LeftOutJson.write(json, shortlist.leftOut());
    }
    MemoryJson.write(json, recommendation.memory());
    MovingJson moving = new MovingJson(json, texts);
    if (recommendation.migration().isPresent()) {
      moving.write(recommendation.migration().get());
    }
    if (recommendation.breakEven().isPresent()) {
      moving.write(recommendation.breakEven().get());
    }
    if (recommendation.api().isPresent()) {
      capacity.write(recommendation.api().get());
    }
    if (recommendation.rentOrBuy().isPresent()) {
      capacity.write(recommendation.rentOrBuy().get());
    }
    SourcesJson.exchange(json, recommendation.question().exchange());
    SourcesJson.priceLists(json, priceLists(recommendation, shortlist), today);
    ReadAsJson.write(json, recommendation.question().readAs());
    SourcesJson.notes(json, recommendation.notes(), texts);
    json.writeEndObject();
  }

  public void write(Comparison comparison) throws IOException {
    json.writeStartObject();
    WorkloadJson.write(json, comparison.question().task());
    AssumedJson.write(json, comparison.question().task(), texts);
    if (comparison.question().load().isPresent()) {
      new CapacityJson(json).write(comparison.question().load().get());
    }
    json.writeStringField("against", comparison.offers().get(0).id());
    json.writeStringField("against_provider", comparison.offers().get(0).provider());
    assessments(comparison.question()).write(comparison.assessments());
    MemoryJson.write(json, comparison.memory());
    SourcesJson.exchange(json, comparison.question().exchange());
    SourcesJson.priceLists(json, comparison.question().sources(), today);
    ReadAsJson.write(json, comparison.question().readAs());
    SourcesJson.notes(json, comparison.notes(), texts);
    json.writeEndObject();
  }

  /** Of the offers that are spelled out, where not all are. */
  private static List<PriceList> priceLists(Recommendation recommendation, Shortlist shortlist) {
    List<PriceList> all = recommendation.question().sources();
    if (shortlist.isWhole()) {
      return all;
    }
    Set<String> named = new HashSet<>();
    shortlist.assessments().forEach(assessment -> named.add(assessment.offer().provider()));
    return all.stream().filter(list -> named.contains(list.provider())).toList();
  }

  private AssessmentJson assessments(Question question) {
    Optional<SpeedJson> speeds = SpeedJson.of(json, question.task(), texts);
    return new AssessmentJson(json, texts, speeds, question);
  }
}
