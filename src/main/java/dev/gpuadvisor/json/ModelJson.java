package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Attention.Latent;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.SlidingWindow;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.List;

/** Models as the catalogue has them: briefly in a list, with every fact alone. */
public record ModelJson(JsonGenerator json) {

  public void write(List<Model> models) throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", models.size());
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

  public void write(Model model) throws IOException {
    json.writeStartObject();
    writeNames(model);
    if (model.visionParameters() > 0) {
      json.writeNumberField("vision_parameters", model.visionParameters());
    }
    json.writeNumberField("max_context", model.maxContext());
    writeSizes(model);
    json.writeStringField("native_format", model.nativeFormat());
    json.writeStringField("license", model.license());
    ProvenanceJson.write(json, model.provenance());
    json.writeEndObject();
  }

  /** A shape that a caller gave or that was guessed: what the answer rests on. */
  void writeShape(Model model) throws IOException {
    json.writeObjectFieldStart("shape");
    json.writeStringField("source", Json.name(model.origin().kind()));
    json.writeNumberField("parameters", model.parameters());
    json.writeNumberField("active_parameters", model.activeParameters());
    writeSizes(model);
    json.writeEndObject();
  }

  private void writeSizes(Model model) throws IOException {
    json.writeNumberField("layers", model.layers());
    json.writeNumberField("hidden_size", model.hiddenSize());
    json.writeNumberField("feed_forward_size", model.feedForwardSize());
    json.writeNumberField("vocabulary", model.vocabulary());
    json.writeBooleanField("tied_embeddings", model.tiedEmbeddings());
    writeAttention(model);
    if (model.slidingWindow().isPresent()) {
      write(model.slidingWindow().get());
    }
    if (model.experts().isPresent()) {
      write(model.experts().get());
    }
  }

  private void writeNames(Model model) throws IOException {
    json.writeStringField("id", model.id());
    json.writeStringField("hugging_face_id", model.huggingFaceId());
    Json.strings(json, "aliases", model.aliases());
    json.writeNumberField("parameters", model.parameters());
    json.writeNumberField("active_parameters", model.activeParameters());
  }

  private void writeAttention(Model model) throws IOException {
    json.writeObjectFieldStart("attention");
    if (model.attention() instanceof Grouped grouped) {
      json.writeStringField("kind", grouped.kvHeads() == grouped.heads() ? "mha" : "gqa");
      json.writeNumberField("heads", grouped.heads());
      json.writeNumberField("kv_heads", grouped.kvHeads());
      json.writeNumberField("head_dim", grouped.headDim());
    } else if (model.attention() instanceof Latent latent) {
      json.writeStringField("kind", "mla");
      json.writeNumberField("heads", latent.heads());
      json.writeNumberField("kv_rank", latent.kvRank());
      json.writeNumberField("query_rank", latent.queryRank());
      json.writeNumberField("rope_dim", latent.ropeDim());
      json.writeNumberField("nope_dim", latent.nopeDim());
      json.writeNumberField("value_dim", latent.valueDim());
    }
    json.writeEndObject();
  }

  private void write(SlidingWindow sliding) throws IOException {
    json.writeObjectFieldStart("sliding_window");
    json.writeNumberField("window", sliding.window());
    json.writeNumberField("layers", sliding.layers());
    json.writeEndObject();
  }

  private void write(MixtureOfExperts experts) throws IOException {
    json.writeObjectFieldStart("experts");
    json.writeNumberField("experts", experts.experts());
    json.writeNumberField("experts_per_token", experts.expertsPerToken());
    json.writeNumberField("expert_size", experts.expertSize());
    json.writeNumberField("shared_experts", experts.sharedExperts());
    json.writeNumberField("layers", experts.layers());
    json.writeEndObject();
  }
}
