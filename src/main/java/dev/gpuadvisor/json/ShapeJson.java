package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Attention.Latent;
import dev.gpuadvisor.catalog.Attention.OneVector;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.IndexKeys;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.catalog.SlidingWindow;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.Optional;

/** What a model consists of. */
record ShapeJson(JsonGenerator json) {

  void write(Shape shape) throws IOException {
    json.writeNumberField("layers", shape.layers());
    json.writeNumberField("hidden_size", shape.hiddenSize());
    json.writeNumberField("feed_forward_size", shape.feedForwardSize());
    json.writeNumberField("vocabulary", shape.vocabulary());
    json.writeBooleanField("tied_embeddings", shape.tiedEmbeddings());
    write(shape.attention());
    Optional<SlidingWindow> sliding = shape.slidingWindow();
    if (sliding.isPresent()) {
      json.writeObjectFieldStart("sliding_window");
      json.writeNumberField("window", sliding.get().window());
      json.writeNumberField("layers", sliding.get().layers());
      json.writeEndObject();
    }
    writeCache(shape);
    if (shape.recurrent().isPresent()) {
      write(shape.recurrent().get());
    }
    if (shape.experts().isPresent()) {
      write(shape.experts().get());
    }
  }

  private void write(Attention attention) throws IOException {
    json.writeObjectFieldStart("attention");
    if (attention instanceof Grouped grouped) {
      json.writeStringField("kind", grouped.kvHeads() == grouped.heads() ? "mha" : "gqa");
      json.writeNumberField("heads", grouped.heads());
      json.writeNumberField("kv_heads", grouped.kvHeads());
      json.writeNumberField("head_dim", grouped.headDim());
      if (grouped.valueDim() != grouped.headDim()) {
        json.writeNumberField("value_dim", grouped.valueDim());
      }
    } else if (attention instanceof Latent latent) {
      json.writeStringField("kind", "mla");
      json.writeNumberField("heads", latent.heads());
      json.writeNumberField("kv_rank", latent.kvRank());
      json.writeNumberField("query_rank", latent.queryRank());
      json.writeNumberField("rope_dim", latent.ropeDim());
      json.writeNumberField("nope_dim", latent.nopeDim());
      json.writeNumberField("value_dim", latent.valueDim());
    } else if (attention instanceof OneVector vector) {
      json.writeStringField("kind", "one_vector");
      json.writeNumberField("heads", vector.heads());
      json.writeNumberField("head_dim", vector.dim());
      json.writeNumberField("rope_dim", vector.ropeDim());
      json.writeNumberField("query_rank", vector.queryRank());
    }
    json.writeEndObject();
  }

  /** What a sequence leaves in which layers: an empty list for what keeps nothing. */
  private void writeCache(Shape shape) throws IOException {
    json.writeArrayFieldStart("cache_groups");
    for (AttentionLayers group : shape.attentionLayers()) {
      if (group.entries(Integer.MAX_VALUE) > 0) {
        json.writeStartObject();
        json.writeNumberField("layers", group.layers());
        long elements = group.attention().kvElementsPerTokenAndLayer();
        json.writeNumberField("elements_per_token", elements);
        if (group.window() > 0) {
          json.writeNumberField("window", group.window());
        }
        json.writeNumberField("tokens_per_entry", group.tokensPerEntry());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    if (shape.index().isPresent()) {
      IndexKeys index = shape.index().get();
      json.writeObjectFieldStart("index");
      json.writeNumberField("layers", index.layers());
      json.writeNumberField("bytes_per_entry", index.bytesPerEntry());
      json.writeNumberField("tokens_per_entry", index.tokensPerEntry());
      json.writeEndObject();
    }
  }

  private void write(RecurrentLayers recurrent) throws IOException {
    json.writeObjectFieldStart("recurrent");
    json.writeStringField("kind", Json.name(recurrent.kind()));
    json.writeNumberField("layers", recurrent.layers());
    json.writeNumberField("conv_channels", recurrent.convChannels());
    json.writeNumberField("conv_kernel", recurrent.convKernel());
    json.writeNumberField("state_elements", recurrent.stateElements());
    json.writeBooleanField("state_in_32bit", recurrent.stateIn32Bit());
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
