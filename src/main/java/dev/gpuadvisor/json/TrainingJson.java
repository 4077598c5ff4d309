package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.tuning.TrainingMemory;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;

/** What each GPU of a fine-tuning run holds. */
final class TrainingJson {

  private TrainingJson() {}

  /** Nothing for inference. */
  static void write(JsonGenerator json, Fitting fitting) throws IOException {
    if (fitting.training().isEmpty()) {
      return;
    }
    TrainingMemory memory = fitting.training().get();
    json.writeObjectFieldStart("training");
    json.writeStringField("sharding", Json.name(memory.sharding()));
    Json.gib(json, "peak_gib_per_gpu", memory.peak());
    parts(json, memory);
    json.writeBooleanField("fits", fitting.fit() != Fit.NO);
    json.writeEndObject();
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
