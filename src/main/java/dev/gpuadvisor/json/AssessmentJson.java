package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Assessments: one offer for one quantization each.
 *
 * @param speeds empty for fine-tuning
 */
record AssessmentJson(
    JsonGenerator json, Texts texts, Optional<SpeedJson> speeds, Question question) {

  void write(List<Assessment> assessments) throws IOException {
    json.writeArrayFieldStart("assessments");
    for (Assessment assessment : assessments) {
      json.writeStartObject();
      write(assessment);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(Assessment assessment) throws IOException {
    writeOffer(json, assessment);
    json.writeStringField("fit", Json.name(assessment.fitting().fit()));
    json.writeStringField("verdict", Json.name(assessment.verdict()));
    json.writeStringField("reason", texts.write(assessment.reason()));
    Json.gib(json, "required_gib", assessment.fitting().requiredBytes());
    Json.gib(json, "usable_gib", assessment.fitting().usableBytes());
    Json.number(json, "memory_percent", assessment.memoryPercent());
    WorkloadJson.limits(json, question.task(), assessment.fitting());
    if (assessment.fitting().fit() != Fit.NO) {
      Quantization format = assessment.quantization().format();
      LlamaCppJson.write(json, question.task(), format, assessment.worker().gpus());
    }
    TrainingJson.write(json, assessment);
    PriceJson.write(json, assessment.bill(), question.exchange());
    if (assessment.differencePercent().isPresent()) {
      Json.number(json, "difference_percent", assessment.differencePercent().get());
    }
    if (assessment.fitting().fit() != Fit.NO && assessment.fitting().vllm().isPresent()) {
      VllmJson.write(json, assessment.fitting().vllm().get().memory());
    }
    json.writeStringField("supply", Json.name(assessment.offer().supply()));
    json.writeStringField("tier", Json.name(assessment.offer().tier()));
    if (assessment.speed().isPresent()) {
      speeds.orElseThrow().write(assessment.speed().get(), Optional.of(assessment.bill()));
    }
    if (assessment.load().isPresent()) {
      new CapacityJson(json).write(assessment.load().get(), assessment.plan());
    }
  }

  /** What names an assessment among the others. */
  static void writeOffer(JsonGenerator json, Assessment assessment) throws IOException {
    json.writeStringField("offer", assessment.offer().id());
    json.writeStringField("provider", assessment.offer().provider());
    json.writeNumberField("gpus", assessment.worker().gpus());
    json.writeStringField("quantization", assessment.quantization().asked());
    json.writeStringField("format", assessment.quantization().format().id());
  }
}
