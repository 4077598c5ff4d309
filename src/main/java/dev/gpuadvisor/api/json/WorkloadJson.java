package dev.gpuadvisor.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.sizing.Workload;
import java.io.IOException;

/** What was asked, with every default spelled out. */
final class WorkloadJson {

  private WorkloadJson() {}

  static void write(JsonGenerator json, Workload workload) throws IOException {
    json.writeObjectFieldStart("workload");
    json.writeStringField("model", workload.model().huggingFaceId());
    json.writeStringField("runtime", workload.runtime().id());
    json.writeNumberField("context", workload.tokens().context());
    json.writeNumberField("output_tokens", workload.tokens().outputTokens());
    json.writeNumberField("concurrency", workload.tokens().concurrency());
    json.writeStringField("kv_cache", Json.name(workload.kvCache()));
    json.writeNumberField("lora_rank", workload.adapters().rank());
    if (workload.adapters().rank() > 0) {
      json.writeNumberField("adapters", workload.adapters().count());
      json.writeStringField("lora_targets", Json.name(workload.adapters().targets()));
    }
    json.writeEndObject();
  }
}
