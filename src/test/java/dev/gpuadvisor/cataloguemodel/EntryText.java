package dev.gpuadvisor.cataloguemodel;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Attention.Latent;
import dev.gpuadvisor.catalog.Attention.OneVector;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.AttentionLayers.Keeps;
import dev.gpuadvisor.catalog.DenseLayers;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.catalog.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** An entry of {@code models.json}, in the form of the file. */
record EntryText(Model model, String huggingFaceId) {

  String text() {
    Shape shape = model.shape();
    List<String> lines = new ArrayList<>();
    String name = huggingFaceId.substring(huggingFaceId.indexOf('/') + 1);
    lines.add(field("id", quoted(name.toLowerCase(Locale.ROOT))));
    lines.add(field("hugging_face_id", quoted(huggingFaceId)));
    lines.add(field("aliases", "[]"));
    if (model.kind() != ModelKind.GENERATOR) {
      lines.add(field("kind", quoted(model.kind())));
    }
    addCounts(lines);
    lines.add(field("layers", shape.layers()));
    lines.add(field("hidden_size", shape.hiddenSize()));
    lines.add(field("feed_forward_size", dense(shape)));
    if (!shape.gated()) {
      lines.add(field("gated", "false"));
    }
    lines.add(field("vocabulary", shape.vocabulary()));
    lines.add(field("tied_embeddings", shape.tiedEmbeddings()));
    lines.add(field("attention", attention(shape)));
    shape
        .index()
        .ifPresent(
            index ->
                lines.add(
                    field(
                        "index",
                        object(
                            field("layers", index.layers()),
                            field("bytes_per_entry", index.bytesPerEntry()),
                            field("tokens_per_entry", index.tokensPerEntry())))));
    shape.recurrent().ifPresent(recurrent -> lines.add(field("recurrent", text(recurrent))));
    shape.experts().ifPresent(experts -> lines.add(field("experts", text(experts))));
    lines.add(field("max_context", model.maxContext()));
    lines.add(field("native_format", quoted(model.nativeFormat())));
    addIfAny(lines, "native_16bit_parameters", model.keptIn16Bit(model.nativeFormat()));
    lines.add(field("license", quoted(model.license().isEmpty() ? "?" : model.license())));
    if (!model.released().isEmpty()) {
      lines.add(field("released", quoted(model.released())));
    }
    lines.add(
        field(
            "provenance",
            object("\"sources\": [" + sources() + "]", "\"unverified\": []", "\"note\": \"\"")));
    return "    {\n      " + String.join(",\n      ", lines) + "\n    }\n";
  }

  private String sources() {
    List<String> sources = model.provenance().sources();
    return sources.isEmpty()
        ? quoted("?")
        : sources.stream().map(EntryText::quoted).collect(Collectors.joining(", "));
  }

  private void addCounts(List<String> lines) {
    lines.add(field("parameters", model.parameters()));
    boolean dense = model.experts().isEmpty();
    if (!dense) {
      lines.add(field("active_parameters", model.activeParameters()));
      lines.add(field("expert_parameters", model.expertParameters()));
    }
    addIfAny(lines, "vision_parameters", model.totals().towers());
    addIfAny(lines, "lookup_parameters", model.totals().lookup());
  }

  private static void addIfAny(List<String> lines, String name, long number) {
    if (number > 0) {
      lines.add(field(name, number));
    }
  }

  private static String dense(Shape shape) {
    int others = shape.layers() - shape.experts().map(MixtureOfExperts::layers).orElse(0);
    if (shape.dense().size() == 1 && shape.dense().get(0).layers() == others) {
      return Integer.toString(shape.dense().get(0).size());
    }
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (DenseLayers dense : shape.dense()) {
      list.add(object(field("layers", dense.layers()), field("size", dense.size())));
    }
    return list.toString();
  }

  private static String attention(Shape shape) {
    List<AttentionLayers> groups = shape.attentionLayers();
    if (groups.equals(List.of(AttentionLayers.full(shape.layers(), shape.attention())))) {
      return object(fields(shape.attention()).toArray(String[]::new));
    }
    StringJoiner list = new StringJoiner(",\n        ", "[\n        ", "\n      ]");
    for (AttentionLayers group : groups) {
      List<String> fields = new ArrayList<>();
      fields.add(field("layers", group.layers()));
      fields.addAll(fields(group.attention()));
      if (group.window() > 0) {
        fields.add(field("window", group.window()));
      }
      if (group.tokensPerEntry() > 1) {
        fields.add(field("tokens_per_entry", group.tokensPerEntry()));
      }
      if (group.keeps() != Keeps.TOKENS) {
        fields.add(field("keeps", quoted(group.keeps())));
      }
      list.add(object(fields.toArray(String[]::new)));
    }
    return list.toString();
  }

  private static List<String> fields(Attention attention) {
    List<String> fields = new ArrayList<>();
    if (attention instanceof Grouped grouped) {
      fields.add(field("kind", quoted("grouped")));
      fields.add(field("heads", grouped.heads()));
      fields.add(field("kv_heads", grouped.kvHeads()));
      fields.add(field("head_dim", grouped.headDim()));
      if (grouped.valueDim() != grouped.headDim()) {
        fields.add(field("value_dim", grouped.valueDim()));
      }
      if (grouped.projections() != Grouped.Projections.PLAIN) {
        fields.add(field("projections", quoted(grouped.projections())));
      }
    } else if (attention instanceof Latent latent) {
      fields.add(field("kind", quoted("latent")));
      fields.add(field("heads", latent.heads()));
      fields.add(field("kv_rank", latent.kvRank()));
      fields.add(field("query_rank", latent.queryRank()));
      fields.add(field("rope_dim", latent.ropeDim()));
      fields.add(field("nope_dim", latent.nopeDim()));
      fields.add(field("value_dim", latent.valueDim()));
      if (latent.gated()) {
        fields.add(field("gated", true));
      }
    } else if (attention instanceof OneVector vector) {
      fields.add(field("kind", quoted("one_vector")));
      fields.add(field("heads", vector.heads()));
      fields.add(field("head_dim", vector.dim()));
      fields.add(field("rope_dim", vector.ropeDim()));
      fields.add(field("query_rank", vector.queryRank()));
      fields.add(field("output_groups", vector.outputGroups()));
      fields.add(field("output_rank", vector.outputRank()));
    }
    return fields;
  }

  private static String text(RecurrentLayers recurrent) {
    return object(
        field("kind", quoted(recurrent.kind())),
        field("layers", recurrent.layers()),
        field("input_width", recurrent.inputWidth()),
        field("output_width", recurrent.outputWidth()),
        field("other_parameters", recurrent.otherParameters()),
        field("conv_channels", recurrent.convChannels()),
        field("conv_kernel", recurrent.convKernel()),
        field("state_elements", recurrent.stateElements()),
        field("state_in_32bit", recurrent.stateIn32Bit()));
  }

  private static String text(MixtureOfExperts experts) {
    List<String> fields = new ArrayList<>();
    fields.add(field("experts", experts.experts()));
    fields.add(field("experts_per_token", experts.expertsPerToken()));
    fields.add(field("expert_size", experts.expertSize()));
    boolean whole = experts.sharedSize() % experts.expertSize() == 0;
    fields.add(
        whole
            ? field("shared_experts", experts.sharedExperts())
            : field("shared_size", experts.sharedSize()));
    fields.add(field("layers", experts.layers()));
    if (experts.width() > 0) {
      fields.add(field("width", experts.width()));
    }
    if (experts.otherExpertSize() > 0) {
      fields.add(field("other_expert_size", experts.otherExpertSize()));
    }
    return object(fields.toArray(String[]::new));
  }

  private static String object(String... fields) {
    return "{ " + String.join(", ", fields) + " }";
  }

  private static String field(String name, Object value) {
    return '"' + name + "\": " + value;
  }

  private static String quoted(Object value) {
    return '"'
        + (value instanceof Enum<?> constant
            ? constant.name().toLowerCase(Locale.ROOT)
            : value.toString())
        + '"';
  }
}
