package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.LlamaCpp;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.Optional;

/** What the log of llama.cpp will say, on the fullest GPU. */
final class LlamaCppJson {

  private LlamaCppJson() {}

  static void write(JsonGenerator json, Task task, Quantization format, int gpus)
      throws IOException {
    Optional<LlamaCppMemory> memory = LlamaCpp.memory(task, format, gpus);
    if (memory.isPresent()) {
      json.writeObjectFieldStart("llama_cpp");
      json.writeStringField("profile", ((Workload) task).runtime().id());
      write(json, memory.get());
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, LlamaCppMemory memory) throws IOException {
    Json.mib(json, "model_gpu_mib", memory.modelGpu());
    Json.mib(json, "model_host_mib", memory.modelHost());
    Json.mib(json, "kv_mib", memory.kv());
    Json.mib(json, "recurrent_mib", memory.recurrent());
    Json.mib(json, "compute_mib", memory.compute());
    Json.mib(json, "overhead_mib", memory.overhead());
    Json.mib(json, "total_mib", memory.total());
    json.writeNumberField("gpu_layers", memory.gpuLayers());
    json.writeNumberField("layers", memory.layers());
  }

  /** Where it does not fit: how many layers would. */
  static void writeLayersThatFit(
      JsonGenerator json, Task task, Quantization format, int gpus, long usableBytes)
      throws IOException {
    if (LlamaCpp.memory(task, format, gpus).isPresent()) {
      int layers = LlamaCpp.layersThatFit((Workload) task, format, gpus, usableBytes);
      json.writeNumberField("gpu_layers_that_fit", layers);
    }
  }
}
