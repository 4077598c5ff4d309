package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.RunnableModel;
import dev.gpuadvisor.advice.RunnableQuestion;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Models as the catalogue has them: briefly in a list, with every fact alone. */
public record ModelJson(JsonGenerator json) {

  /**
   * @param models that are shown, of so many
   */
  public void write(List<Model> models, int count) throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", count);
    json.writeArrayFieldStart("models");
    for (Model model : models) {
      json.writeStartObject();
      writeNames(model);
      json.writeNumberField("max_context", model.maxContext());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Those that run on some hardware, with the format that they run in. */
  public void writeRunning(
      List<RunnableModel> models, int count, RunnableQuestion question, Texts texts)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("card", question.name());
    json.writeNumberField("gpus", question.hardware().gpus());
    json.writeNumberField("context", question.tokens().context());
    json.writeStringField("runtime", question.runtime().id());
    json.writeNumberField("count", count);
    json.writeArrayFieldStart("models");
    for (RunnableModel model : models) {
      json.writeStartObject();
      writeNames(model.model());
      json.writeNumberField("max_context", model.model().maxContext());
      writeRun(model, texts);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeRun(RunnableModel model, Texts texts) throws IOException {
    json.writeObjectFieldStart("runs");
    json.writeStringField("quantization", model.quantization().asked());
    json.writeStringField("format", model.quantization().format().id());
    json.writeStringField("fit", Json.name(model.fitting().fit()));
    Json.number(json, "memory_percent", model.fitting().memoryPercent());
    json.writeNumberField("largest_context", model.fitting().largestContext());
    json.writeNumberField("largest_concurrency", model.fitting().largestConcurrency());
    SpeedJson speed = SpeedJson.of(json, model.workload(), texts).orElseThrow();
    speed.write(model.speed(), Optional.empty());
    json.writeEndObject();
  }

  public void write(Model model) throws IOException {
    json.writeStartObject();
    writeNames(model);
    writeParts(model);
    json.writeStringField("kind", Json.name(model.kind()));
    json.writeNumberField("max_context", model.maxContext());
    new ShapeJson(json).write(model.shape());
    json.writeStringField("native_format", model.nativeFormat());
    List<String> formats = model.published().stream().map(PublishedFormat::format).toList();
    Json.strings(json, "published_formats", formats);
    json.writeArrayFieldStart("repositories");
    for (Map.Entry<String, String> each : new TreeMap<>(model.repositories()).entrySet()) {
      json.writeStartObject();
      json.writeStringField("format", each.getKey());
      json.writeStringField("repository", each.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("license", model.license());
    if (!model.released().isEmpty()) {
      json.writeStringField("released", model.released());
    }
    ProvenanceJson.write(json, model.provenance());
    json.writeEndObject();
  }

  /** A shape that a caller gave or that was guessed: what the answer rests on. */
  void writeShape(Model model) throws IOException {
    json.writeObjectFieldStart("shape");
    json.writeStringField("source", Json.name(model.origin().kind()));
    json.writeNumberField("parameters", model.parameters());
    json.writeNumberField("active_parameters", model.activeParameters());
    writeParts(model);
    json.writeStringField("kind", Json.name(model.kind()));
    new ShapeJson(json).write(model.shape());
    json.writeStringField("native_format", model.nativeFormat());
    json.writeEndObject();
  }

  void writeNames(Model model) throws IOException {
    json.writeStringField("id", model.id());
    json.writeStringField("hugging_face_id", model.huggingFaceId());
    Json.strings(json, "aliases", model.aliases());
    json.writeNumberField("parameters", model.parameters());
    json.writeNumberField("active_parameters", model.activeParameters());
  }

  /** What of the parameters, or besides them, not every model has. */
  private void writeParts(Model model) throws IOException {
    writeIfAny("vision_parameters", model.totals().towers());
    writeIfAny("lookup_parameters", model.totals().lookup());
    writeIfAny("mtp_parameters", model.totals().mtp());
  }

  private void writeIfAny(String name, long parameters) throws IOException {
    if (parameters > 0) {
      json.writeNumberField(name, parameters);
    }
  }
}
