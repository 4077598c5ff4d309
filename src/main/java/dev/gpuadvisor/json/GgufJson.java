package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.List;

/** The files that a model is to be had in, each with the offers that run it. */
public record GgufJson(JsonGenerator json) {

  public void write(Recommendation answer) throws IOException {
    Question question = answer.question();
    Workload workload = (Workload) question.task();
    json.writeStartObject();
    json.writeNumberField("context", workload.tokens().context());
    json.writeStringField("runtime", workload.runtime().id());
    json.writeNumberField("count", 1);
    json.writeArrayFieldStart("models");
    json.writeStartObject();
    new ModelJson(json).writeNames(workload.model());
    json.writeNumberField("max_context", workload.model().maxContext());
    json.writeEndObject();
    json.writeEndArray();
    Json.strings(json, "sources", workload.model().provenance().sources());
    json.writeArrayFieldStart("files");
    for (QuantizationChoice choice : question.quantizations()) {
      write(workload.model(), choice, answer.assessments(choice));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Model model, QuantizationChoice choice, List<Assessment> assessments)
      throws IOException {
    long bytes = model.storedBytes(choice.format().id());
    List<Assessment> fitting =
        assessments.stream().filter(each -> each.fitting().fit() != Fit.NO).toList();
    json.writeStartObject();
    json.writeStringField("quantization", choice.format().id());
    Json.gib(json, "weights_gib", bytes);
    Json.oneDecimal(json, "bits_per_weight", (double) bytes * Byte.SIZE / model.parameters());
    json.writeArrayFieldStart("fits");
    for (Assessment each : fitting) {
      json.writeStartObject();
      json.writeStringField("offer", each.offer().id());
      json.writeStringField("provider", each.offer().provider());
      json.writeStringField("fit", Json.name(each.fitting().fit()));
      Json.number(json, "memory_percent", each.memoryPercent());
      Json.number(json, "usd_per_hour", each.bill().usdPerHour());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
