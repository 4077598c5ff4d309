package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** Recommendations and comparisons. */
public record RecommendationJson(JsonGenerator json, Texts texts, LocalDate today) {

  public void write(Recommendation recommendation) throws IOException {
    json.writeStartObject();
    WorkloadJson.write(json, recommendation.question().task());
    AssumedJson.write(json, recommendation.question().task(), texts);
    new PicksJson(json, texts).write(recommendation.picks());
    assessments(recommendation.question()).write(recommendation.assessments());
    MemoryJson.write(json, recommendation.memory());
    MovingJson moving = new MovingJson(json, texts);
    if (recommendation.migration().isPresent()) {
      moving.write(recommendation.migration().get());
    }
    if (recommendation.breakEven().isPresent()) {
      moving.write(recommendation.breakEven().get());
    }
    SourcesJson.priceLists(json, recommendation.question().priceLists(), today);
    ReadAsJson.write(json, recommendation.question().readAs());
    SourcesJson.notes(json, recommendation.notes(), texts);
    json.writeEndObject();
  }

  public void write(Comparison comparison) throws IOException {
    json.writeStartObject();
    WorkloadJson.write(json, comparison.question().task());
    AssumedJson.write(json, comparison.question().task(), texts);
    json.writeStringField("against", comparison.offers().get(0).id());
    json.writeStringField("against_provider", comparison.offers().get(0).provider());
    assessments(comparison.question()).write(comparison.assessments());
    MemoryJson.write(json, comparison.memory());
    SourcesJson.priceLists(json, comparison.question().priceLists(), today);
    ReadAsJson.write(json, comparison.question().readAs());
    SourcesJson.notes(json, comparison.notes(), texts);
    json.writeEndObject();
  }

  private AssessmentJson assessments(Question question) {
    Optional<SpeedJson> speeds = SpeedJson.of(json, question.task(), texts);
    return new AssessmentJson(json, texts, speeds, question);
  }
}
