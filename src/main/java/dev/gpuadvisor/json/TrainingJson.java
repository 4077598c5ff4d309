package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.TrainingRun;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.tuning.Remedies;
import dev.gpuadvisor.sizing.tuning.Remedy;
import dev.gpuadvisor.sizing.tuning.TrainingMemory;
import dev.gpuadvisor.sizing.tuning.TrainingPeak;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What each GPU of a fine-tuning run holds. */
final class TrainingJson {

  /**
   * What learning everything takes.
   *
   * @param usd empty where nothing is rented
   */
  private record Run(BigDecimal hours, Optional<BigDecimal> usd) {

    /** Empty where the bill is for a month. */
    static Optional<Run> of(Bill bill) {
      return bill.hoursOfRun().map(hours -> new Run(hours, bill.usdPerRun().map(Price::cents)));
    }

    /** Empty where it is not known what is learned from. */
    static Optional<Run> of(Task task, Fitting fitting) {
      return TrainingRun.hours(task, fitting.training())
          .map(hours -> new Run(hours, Optional.empty()));
    }
  }

  private TrainingJson() {}

  /** Nothing for inference. */
  static void write(JsonGenerator json, Assessment assessment) throws IOException {
    write(json, assessment.fitting(), Run.of(assessment.bill()), List.of());
  }

  /** On one GPU of which nothing is known. */
  static void write(JsonGenerator json, Tuning tuning, Quantization format) throws IOException {
    json.writeObjectFieldStart("training");
    memory(json, new TrainingPeak(tuning, format).onOne());
    json.writeEndObject();
  }

  private static void memory(JsonGenerator json, TrainingMemory memory) throws IOException {
    json.writeStringField("sharding", Json.name(memory.sharding()));
    Json.gib(json, "peak_gib_per_gpu", memory.peak());
    if (memory.hosts() > 0) {
      Json.gib(json, "host_gib", memory.hosts());
    }
    parts(json, memory);
  }

  /** What the run of a pick takes; nothing where the bill is for a month. */
  static void writeRun(JsonGenerator json, Bill bill) throws IOException {
    Optional<Run> run = Run.of(bill);
    if (run.isPresent()) {
      json.writeObjectFieldStart("run");
      write(json, run.get());
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Run run) throws IOException {
    Json.number(json, "hours", run.hours());
    if (run.usd().isPresent()) {
      Json.number(json, "usd", run.usd().get());
    }
  }

  /** Without offers, and with what would make it fit. */
  static void write(JsonGenerator json, Task task, Quantization format, EstimateJson.OnCard on)
      throws IOException {
    if (task instanceof Tuning tuning) {
      Hardware hardware = new Hardware(List.of(on.card()), on.gpus());
      List<Remedy> remedies = Remedies.of(tuning, format, hardware);
      write(json, on.fitting(), Run.of(task, on.fitting()), remedies);
    }
  }

  private static void write(
      JsonGenerator json, Fitting fitting, Optional<Run> run, List<Remedy> remedies)
      throws IOException {
    if (fitting.training().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("training");
    memory(json, fitting.training().get().memory());
    Json.oneDecimal(json, "tokens_per_second", fitting.training().get().speed().tokensPerSecond());
    if (run.isPresent()) {
      write(json, run.get());
    }
    json.writeBooleanField("fits", fitting.fit() != Fit.NO);
    if (!remedies.isEmpty()) {
      remedies(json, remedies);
    }
    json.writeEndObject();
  }

  private static void remedies(JsonGenerator json, List<Remedy> remedies) throws IOException {
    json.writeArrayFieldStart("to_fit");
    for (Remedy remedy : remedies) {
      json.writeStartObject();
      json.writeStringField("setting", remedy.setting().name());
      json.writeStringField("value", remedy.setting().value());
      Json.gib(json, "peak_gib_per_gpu", remedy.peak());
      json.writeBooleanField("fits", remedy.fits());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void parts(JsonGenerator json, TrainingMemory memory) throws IOException {
    json.writeObjectFieldStart("parts");
    Json.gib(json, "parameters_gib", memory.weights() + memory.adapters());
    Json.gib(json, "gradients_gib", memory.gradients());
    Json.gib(json, "optimizer_gib", memory.optimizer());
    Json.gib(json, "activations_gib", memory.activations());
    Json.gib(json, "logits_gib", memory.logits());
    Json.gib(json, "gather_buffers_gib", memory.gathered());
    Json.gib(json, "optimizer_step_gib", memory.optimizerStep());
    Json.gib(json, "workspace_gib", memory.workspace());
    Json.gib(json, "nccl_gib", memory.nccl());
    Json.gib(json, "cuda_context_gib", memory.cudaContext());
    json.writeEndObject();
  }
}
