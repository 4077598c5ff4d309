package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.tuning.TrainingSettings;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.Optional;

/** What was asked, with every default spelled out. */
final class WorkloadJson {

  private WorkloadJson() {}

  static void write(JsonGenerator json, Task task) throws IOException {
    json.writeObjectFieldStart("workload");
    json.writeStringField("model", task.model().huggingFaceId());
    if (!task.model().origin().isCatalogue()) {
      new ModelJson(json).writeShape(task.model());
    }
    if (task instanceof Workload workload) {
      inference(json, workload);
    } else if (task instanceof Tuning tuning) {
      tuning(json, tuning);
    }
    json.writeEndObject();
  }

  /** How far the task could grow, in the words that it was asked in. */
  static void limits(JsonGenerator json, Task task, Fitting fitting) throws IOException {
    boolean tuning = task instanceof Tuning;
    json.writeNumberField(
        tuning ? "largest_sequence_length" : "largest_context", fitting.largestContext());
    json.writeNumberField(
        tuning ? "largest_batch" : "largest_concurrency", fitting.largestConcurrency());
  }

  private static void inference(JsonGenerator json, Workload workload) throws IOException {
    json.writeStringField("runtime", workload.runtime().id());
    json.writeNumberField("context", workload.tokens().context());
    json.writeNumberField("output_tokens", workload.tokens().outputTokens());
    json.writeNumberField("concurrency", workload.tokens().concurrency());
    json.writeStringField("kv_cache", Json.name(workload.kvCache()));
    json.writeNumberField("lora_rank", workload.adapters().rank());
    if (workload.settings().eager()) {
      json.writeBooleanField("enforce_eager", true);
    }
    Optional<Speculation> drafting = workload.settings().speculation();
    if (drafting.isPresent()) {
      json.writeNumberField("draft_tokens", drafting.get().tokens());
      if (drafting.get().draft().isPresent()) {
        json.writeStringField("draft_model", drafting.get().draft().get().huggingFaceId());
      }
    }
    if (workload.adapters().rank() > 0) {
      json.writeNumberField("adapters", workload.adapters().count());
      targets(json, workload.adapters());
    }
  }

  private static void tuning(JsonGenerator json, Tuning tuning) throws IOException {
    json.writeStringField("task", Json.name(tuning.method()));
    json.writeNumberField("batch", tuning.batch());
    json.writeNumberField("sequence_length", tuning.sequenceLength());
    json.writeNumberField("lora_rank", tuning.adapters().rank());
    if (tuning.method().hasAdapters()) {
      targets(json, tuning.adapters());
    }
    json.writeBooleanField("train_embeddings", tuning.trainsEmbeddings());
    settings(json, tuning.settings());
  }

  private static void settings(JsonGenerator json, TrainingSettings settings) throws IOException {
    if (settings.accumulation() > 1) {
      json.writeNumberField("gradient_accumulation", settings.accumulation());
    }
    json.writeStringField("trainer", Json.name(settings.trainer()));
    json.writeStringField("sharding", Json.name(settings.sharding()));
    json.writeStringField("offload", Json.name(settings.offload()));
    json.writeStringField("optimizer", Json.name(settings.optimizer()));
    json.writeStringField("precision", Json.name(settings.precision()));
    json.writeStringField("gradient_checkpointing", Json.name(settings.checkpointing()));
    json.writeBooleanField("fused_loss", settings.fusedLoss());
    json.writeBooleanField("flash_attention", settings.options().flashAttention());
    json.writeBooleanField("double_quantization", settings.options().doubleQuantization());
  }

  private static void targets(JsonGenerator json, Adapters adapters) throws IOException {
    json.writeStringField("lora_targets", Json.name(adapters.targets()));
  }
}
