package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.memory.VllmMemory;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** vLLM's memory on one GPU, in the words of its own log. */
final class VllmJson {

  private VllmJson() {}

  static void write(JsonGenerator json, VllmMemory memory) throws IOException {
    json.writeObjectFieldStart("vllm");
    json.writeStringField("profile", memory.profile().id());
    settings(json, memory.settings());
    Json.gib(json, "total_gib", memory.total());
    Json.gib(json, "budget_gib", memory.budget());
    Json.gib(json, "weights_gib", memory.weights());
    Json.gib(json, "activation_peak_gib", memory.activationPeak());
    Json.gib(json, "non_torch_gib", memory.nonTorch());
    Json.gib(json, "cuda_graph_gib", memory.graphs());
    Json.gib(json, "kv_cache_gib", memory.cache());
    json.writeNumberField("kv_bytes_per_token", memory.bytesPerToken());
    json.writeNumberField("kv_tokens", memory.cacheTokens());
    decimal(json, "max_concurrency", memory.maxConcurrency());
    json.writeNumberField("typical_concurrency", memory.typicalConcurrency());
    json.writeNumberField("largest_context", memory.largestContext());
    Json.gib(json, "driver_shows_gib", memory.driverShows());
    json.writeBooleanField("starts", memory.starts());
    json.writeArrayFieldStart("to_start");
    for (VllmMemory.Remedy remedy : memory.toStart()) {
      json.writeStartObject();
      json.writeStringField("setting", remedy.setting().name());
      json.writeStringField("value", remedy.setting().value());
      Json.gib(json, "kv_cache_gib", remedy.cache());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void settings(JsonGenerator json, RuntimeSettings settings) throws IOException {
    decimal(json, "gpu_memory_utilization", settings.gpuMemoryUtilization().orElseThrow());
    json.writeNumberField("max_num_seqs", settings.maxNumSeqs().orElseThrow());
    json.writeNumberField("max_num_batched_tokens", settings.maxNumBatchedTokens().orElseThrow());
    json.writeStringField("parallel", settings.parallel().toString());
  }

  private static void decimal(JsonGenerator json, String name, double number) throws IOException {
    Json.number(json, name, BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP));
  }
}
