package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Attention.Grouped.Projections;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.AttentionLayers.Keeps;
import dev.gpuadvisor.catalog.DenseLayers;
import dev.gpuadvisor.catalog.IndexKeys;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.catalog.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a model of {@code models.json} consists of. */
final class ShapeReader {

  private static final AllowedValues<String> ATTENTION_KINDS =
      AllowedValues.of("grouped", "latent", "one_vector");
  private static final AllowedValues<Projections> PROJECTIONS = AllowedValues.of(Projections.class);
  private static final AllowedValues<Keeps> KEEPS = AllowedValues.of(Keeps.class);
  private static final AllowedValues<RecurrentLayers.Kind> RECURRENT_KINDS =
      AllowedValues.of(RecurrentLayers.Kind.class);

  private ShapeReader() {}

  static Shape shape(Entry entry) {
    int layers = entry.count("layers");
    Optional<MixtureOfExperts> experts = entry.optionalObject("experts").map(ShapeReader::experts);
    return new Shape(
        layers,
        entry.count("hidden_size"),
        entry.count("vocabulary"),
        entry.flag("tied_embeddings"),
        attentionLayers(entry, layers),
        entry.optionalObject("index").map(ShapeReader::index),
        entry.optionalObject("recurrent").map(ShapeReader::recurrent),
        dense(entry, layers - experts.map(MixtureOfExperts::layers).orElse(0)),
        !entry.has("gated") || entry.flag("gated"),
        experts);
  }

  /** One kind of attention for all layers, or a list of groups. */
  private static List<AttentionLayers> attentionLayers(Entry entry, int layers) {
    if (entry.isList("attention")) {
      List<AttentionLayers> groups = new ArrayList<>();
      entry.entries("attention").forEach(group -> groups.add(group(group)));
      return groups;
    }
    Entry attention = entry.object("attention");
    Attention all = attention(attention);
    attention.end();
    return entry
        .optionalObject("sliding_window")
        .map(window -> withWindow(window, layers, all))
        .orElseGet(() -> List.of(AttentionLayers.full(layers, all)));
  }

  private static List<AttentionLayers> withWindow(Entry entry, int layers, Attention attention) {
    int sliding = entry.count("layers");
    if (sliding > layers) {
      throw entry.fault("layers", "must be at most " + layers + ", not " + sliding);
    }
    int window = entry.count("window");
    boolean chunks = entry.has("chunks") && entry.flag("chunks");
    entry.end();
    return AttentionLayers.some(
        layers, attention, sliding, window, chunks ? Keeps.CHUNKS : Keeps.TOKENS);
  }

  private static AttentionLayers group(Entry entry) {
    AttentionLayers group =
        new AttentionLayers(
            entry.count("layers"),
            attention(entry),
            entry.countOr("window", 0),
            entry.countOr("tokens_per_entry", 1),
            entry.has("keeps") ? entry.choice("keeps", KEEPS) : Keeps.TOKENS);
    entry.end();
    return group;
  }

  private static Attention attention(Entry entry) {
    return switch (entry.choice("kind", ATTENTION_KINDS)) {
      case "latent" ->
          new Attention.Latent(
              entry.count("heads"),
              entry.count("kv_rank"),
              entry.count("query_rank", 0),
              entry.count("rope_dim", 0),
              entry.count("nope_dim"),
              entry.count("value_dim"),
              entry.has("gated") && entry.flag("gated"));
      case "one_vector" ->
          new Attention.OneVector(
              entry.count("heads"),
              entry.count("head_dim"),
              entry.count("rope_dim"),
              entry.count("query_rank"),
              entry.count("output_groups"),
              entry.count("output_rank"));
      default -> grouped(entry);
    };
  }

  private static Attention.Grouped grouped(Entry entry) {
    int heads = entry.count("heads");
    int kvHeads = entry.count("kv_heads");
    int headDim = entry.count("head_dim");
    return new Attention.Grouped(
        heads,
        kvHeads,
        headDim,
        entry.countOr("value_dim", headDim),
        entry.has("projections") ? entry.choice("projections", PROJECTIONS) : Projections.PLAIN);
  }

  private static IndexKeys index(Entry entry) {
    IndexKeys index =
        new IndexKeys(
            entry.count("layers"),
            entry.count("bytes_per_entry"),
            entry.countOr("tokens_per_entry", 1));
    entry.end();
    return index;
  }

  private static RecurrentLayers recurrent(Entry entry) {
    RecurrentLayers recurrent =
        new RecurrentLayers(
            entry.choice("kind", RECURRENT_KINDS),
            entry.count("layers"),
            entry.bigCount("input_width", 0),
            entry.bigCount("output_width", 0),
            entry.bigCount("other_parameters", 0),
            entry.bigCount("conv_channels", 1),
            entry.count("conv_kernel"),
            entry.bigCount("state_elements", 0),
            entry.flag("state_in_32bit"));
    entry.end();
    return recurrent;
  }

  /** One size for all layers without experts, or a list. */
  private static List<DenseLayers> dense(Entry entry, int layers) {
    if (!entry.isList("feed_forward_size")) {
      return List.of(new DenseLayers(layers, entry.count("feed_forward_size", 0)));
    }
    List<DenseLayers> dense = new ArrayList<>();
    for (Entry group : entry.entries("feed_forward_size", 0)) {
      dense.add(new DenseLayers(group.count("layers"), group.count("size")));
      group.end();
    }
    return dense;
  }

  private static MixtureOfExperts experts(Entry entry) {
    int size = entry.count("expert_size");
    MixtureOfExperts experts =
        new MixtureOfExperts(
            entry.count("experts"),
            entry.count("experts_per_token"),
            size,
            entry.has("shared_size")
                ? entry.count("shared_size", 0)
                : entry.count("shared_experts", 0) * size,
            entry.count("layers"),
            entry.countOr("width", 0),
            entry.countOr("other_expert_size", 0));
    entry.end();
    return experts;
  }
}
