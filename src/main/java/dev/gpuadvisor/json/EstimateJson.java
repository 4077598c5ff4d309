package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Misfit;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.ReadAs;
import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One task without offers. */
public record EstimateJson(JsonGenerator json, Texts texts) {

  /**
   * A card that the task is laid on.
   *
   * @param speed empty where the task does not fit, or is fine-tuning
   * @param carried what it carries of a load; empty where none is given, or it does not fit
   */
  public record OnCard(
      Card card,
      int gpus,
      Fitting fitting,
      Optional<SpeedEstimate> speed,
      Optional<WorkerLoad> carried) {}

  /** A task in one format, and what it takes. */
  public record Sized(Task task, QuantizationChoice quantization, MemoryEstimate estimate) {}

  public void write(Sized sized, Optional<OnCard> onCard, List<ReadAs> readAs, List<Note> notes)
      throws IOException {
    json.writeStartObject();
    WorkloadJson.write(json, sized.task());
    AssumedJson.write(json, sized.task(), texts);
    json.writeFieldName("memory");
    MemoryJson.write(json, sized.quantization(), sized.estimate());
    if (onCard.isEmpty() && sized.task() instanceof Tuning tuning) {
      TrainingJson.write(json, tuning, sized.quantization().format());
    }
    if (onCard.isPresent()) {
      write(sized, onCard.get());
    }
    ReadAsJson.write(json, readAs);
    if (!notes.isEmpty()) {
      SourcesJson.notes(json, notes, texts);
    }
    json.writeEndObject();
  }

  private void write(Sized sized, OnCard on) throws IOException {
    Task task = sized.task();
    Quantization format = sized.quantization().format();
    json.writeStringField("card", on.card().id());
    json.writeNumberField("gpus", on.gpus());
    json.writeStringField("fit", Json.name(on.fitting().fit()));
    Json.gib(json, "required_gib", on.fitting().requiredBytes());
    Json.gib(json, "usable_gib", on.fitting().usableBytes());
    WorkloadJson.limits(json, task, on.fitting());
    TrainingJson.write(json, task, format, on);
    if (on.speed().isPresent()) {
      SpeedJson.of(json, task, texts).orElseThrow().write(on.speed().get(), Optional.empty());
    }
    if (on.carried().isPresent()) {
      new CapacityJson(json).write(on.carried().get().load());
      new CapacityJson(json).write(on.carried().get());
    }
    if (on.fitting().vllm().isPresent()) {
      VllmJson.write(json, on.fitting().vllm().get().memory());
    }
    LlamaCppJson.write(json, task, format, on.gpus());
    if (on.fitting().fit() == Fit.NO) {
      LlamaCppJson.writeLayersThatFit(
          json, task, format, on.gpus(), on.fitting().usableBytes() / on.gpus());
      json.writeStringField(
          "reason",
          texts.write(Misfit.why(on.fitting(), new Hardware(List.of(on.card()), on.gpus()))));
    }
  }
}
