package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Memory estimates with their split. */
final class MemoryJson {

  private MemoryJson() {}

  static void write(JsonGenerator json, List<QuantizedEstimate> estimates) throws IOException {
    json.writeArrayFieldStart("memory");
    for (QuantizedEstimate estimate : estimates) {
      write(json, estimate.quantization(), estimate.estimate());
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, QuantizationChoice quantization, MemoryEstimate estimate)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("quantization", quantization.asked());
    json.writeStringField("format", quantization.format().id());
    Json.gib(json, "weights_gib", estimate.weightsBytes());
    Json.gib(json, "weights_16bit_gib", estimate.weights16BitBytes());
    Json.gib(json, "kv_cache_gib", estimate.cache().keysAndValues());
    if (estimate.cache().state() > 0) {
      Json.gib(json, "recurrent_state_gib", estimate.cache().state());
    }
    if (estimate.cache().index() > 0) {
      Json.gib(json, "index_cache_gib", estimate.cache().index());
    }
    Json.gib(json, "activations_gib", estimate.activationsBytes());
    Json.gib(json, "adapters_gib", estimate.adaptersBytes());
    if (estimate.training().isPresent()) {
      Json.gib(json, "gradients_gib", estimate.training().get().gradientsBytes());
      Json.gib(json, "optimizer_gib", estimate.training().get().optimizerBytes());
    }
    Json.gib(json, "allocated_gib", estimate.allocatedBytes());
    Json.gib(json, "cuda_context_gib", estimate.cudaContextBytes());
    Json.gib(json, "required_gib", estimate.requiredBytes());
    Json.number(json, "error_percent", BigDecimal.valueOf(estimate.errorPercent()));
    json.writeEndObject();
  }
}
