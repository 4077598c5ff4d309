package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What each layer of a configuration does with the tokens before it, which families say in lists,
 * in patterns, in intervals, or not at all.
 */
record LayerPlan(List<Part> parts) {

  /** What a layer has instead of, or as, attention. */
  enum Part {
    FULL,
    SLIDING,
    RECURRENT,
    CROSS,
    /** A layer of its own in Nemotron-H. */
    DENSE,
    /** A layer of its own in Nemotron-H. */
    EXPERTS
  }

  /** Whose attention stands beside a recurrent part, or a convolution, of the same layer. */
  private static final Set<Architecture> HYBRID_LAYERS =
      EnumSet.of(Architecture.ZAMBA2, Architecture.INKLING, Architecture.ZAYA);

  /** Layers that predict further tokens, listed behind the model's. */
  private static final int MOST_AHEAD = 4;

  int count(Part part) {
    return (int) parts.stream().filter(part::equals).count();
  }

  int layers() {
    return parts.size();
  }

  boolean is(int layer, Part part) {
    return parts.get(layer) == part;
  }

  static LayerPlan of(ConfigReader reader, Architecture architecture, int layers) {
    List<String> listed = listed(reader, architecture, layers);
    if (listed.isEmpty()) {
      return new LayerPlan(byRule(reader, architecture, layers));
    }
    List<Part> parts = new ArrayList<>();
    for (String name : listed) {
      Part part = LayerKinds.part(name);
      boolean recurrent = part == Part.RECURRENT && !architecture.has(Trait.HYBRID);
      boolean ofNemotron = part == Part.DENSE || part == Part.EXPERTS;
      boolean compressed = name.contains("compressed_") && architecture != Architecture.DEEPSEEK4;
      boolean ofTwoKinds = name.startsWith("hybrid") && !HYBRID_LAYERS.contains(architecture);
      boolean foreign =
          ofNemotron && architecture != Architecture.NEMOTRON_H || compressed || ofTwoKinds;
      if (part == null || recurrent || foreign) {
        reader.refuse("layer_types", Msg.Fault.configLayerType(name));
        part = Part.FULL;
      }
      parts.add(part);
    }
    return new LayerPlan(parts);
  }

  private static List<String> listed(ConfigReader reader, Architecture architecture, int layers) {
    if (architecture == Architecture.NEMOTRON_H) {
      List<String> blocks = reader.items("layers_block_type").orElse(List.of());
      return blocks.isEmpty() ? letters(reader.text("hybrid_override_pattern")) : blocks;
    }
    String name = architecture == Architecture.ZAMBA2 ? "layers_block_type" : "layer_types";
    List<String> types = reader.items(name).orElse(List.of());
    if (types.size() > layers && types.size() <= layers + MOST_AHEAD) {
      return types.subList(0, layers); // those behind predict further tokens
    }
    if (!types.isEmpty() && types.size() != layers) {
      reader.refuse("layer_types", Msg.Fault.configLayerTypes(layers));
      return List.of();
    }
    return types;
  }

  private static List<String> letters(String pattern) {
    return pattern.chars().mapToObj(letter -> Character.toString(letter)).toList();
  }

  private static List<Part> byRule(ConfigReader reader, Architecture architecture, int layers) {
    return switch (architecture) {
      case GEMMA2, GPT_OSS -> every(layers, at -> at % 2 == 1, Part.SLIDING);
      case GEMMA3 -> every(layers, last(pattern(reader, layers, 6)), Part.SLIDING);
      case GEMMA3N -> every(layers, last(5), Part.SLIDING);
      case GEMMA4 -> every(layers, last(6), Part.SLIDING);
      case COHERE2 -> every(layers, last(pattern(reader, layers, 4)), Part.SLIDING);
      case EXAONE4 ->
          reader.has("sliding_window")
              ? every(layers, last(4), Part.SLIDING)
              : every(layers, any -> true, Part.FULL);
      case OLMO2 ->
          reader.text("model_type").equals("olmo3")
              ? every(layers, last(4), Part.SLIDING)
              : every(layers, any -> true, Part.FULL);
      case MODERN_DECODER ->
          every(
              layers,
              first(reader.count("global_attn_every_n_layers", Shape.MAX_LAYERS, 3)),
              Part.SLIDING);
      case GRANITE_HYBRID -> {
        List<String> full = reader.items("attn_layer_indices").orElse(List.of());
        boolean bamba = reader.text("model_type").equals("bamba");
        yield every(layers, at -> !bamba || full.contains(Integer.toString(at)), Part.RECURRENT);
      }
      case AFMOE ->
          every(
              layers,
              last(reader.count("global_attn_every_n_layers", Shape.MAX_LAYERS, 4)),
              Part.SLIDING);
      case INKLING -> {
        List<String> local = reader.items("local_layer_ids").orElse(List.of());
        yield local.isEmpty()
            ? every(layers, last(6), Part.SLIDING)
            : every(layers, at -> !local.contains(Integer.toString(at)), Part.SLIDING);
      }
      case LLAMA4 -> llama4(reader, layers);
      case MIMO2 -> {
        List<String> pattern = reader.items("hybrid_layer_pattern").orElse(List.of());
        yield every(
            layers, at -> at >= pattern.size() || pattern.get(at).equals("0"), Part.SLIDING);
      }
      case MLLAMA -> {
        List<String> cross = reader.items("cross_attention_layers").orElse(List.of());
        yield every(layers, at -> !cross.contains(Integer.toString(at)), Part.CROSS);
      }
      case QWEN3_NEXT, OLMO_HYBRID ->
          every(
              layers,
              last(reader.count("full_attention_interval", Shape.MAX_LAYERS, 4)),
              Part.RECURRENT);
      case JAMBA -> {
        int period = reader.count("attn_layer_period", Shape.MAX_LAYERS, 8);
        int offset = reader.countFromZero("attn_layer_offset", Shape.MAX_LAYERS, 4);
        yield every(layers, at -> at % period == offset, Part.RECURRENT);
      }
      case ZAMBA2 -> {
        List<String> hybrid = reader.items("hybrid_layer_ids").orElse(List.of());
        yield every(layers, at -> hybrid.contains(Integer.toString(at)), Part.RECURRENT);
      }
      case LFM2 -> {
        List<String> full = reader.items("full_attn_idxs").orElse(List.of());
        yield every(layers, at -> full.contains(Integer.toString(at)), Part.RECURRENT);
      }
      case KIMI_DELTA -> kimi(reader, layers);
      case MAMBA -> every(layers, any -> false, Part.RECURRENT);
      case RECURRENT_GEMMA -> {
        List<String> blocks =
            reader.items("block_types").orElse(List.of("recurrent", "recurrent", "attention"));
        yield every(layers, at -> repeats(blocks, at, "attention"), Part.RECURRENT).stream()
            .map(part -> part == Part.FULL ? Part.SLIDING : part)
            .toList();
      }
      case MINIMAX1 -> {
        List<String> kinds = reader.items("attn_type_list").orElse(List.of("0", "1"));
        yield every(layers, at -> repeats(kinds, at, "1"), Part.RECURRENT);
      }
      case QWEN2, QWEN3 -> qwen(reader, layers);
      default -> {
        boolean slides = architecture.has(Trait.WINDOW) && reader.has("sliding_window");
        yield every(layers, any -> !slides, Part.SLIDING);
      }
    };
  }

  /** A window is given even where it is not used. */
  private static List<Part> qwen(ConfigReader reader, int layers) {
    boolean used = reader.flag("use_sliding_window", false) && reader.has("sliding_window");
    int first = reader.countFromZero("max_window_layers", Shape.MAX_LAYERS, layers);
    return every(layers, at -> !used || at < first, Part.SLIDING);
  }

  private static List<Part> llama4(ConfigReader reader, int layers) {
    List<String> chunked = reader.items("no_rope_layers").orElse(List.of());
    return chunked.size() == layers
        ? every(layers, at -> chunked.get(at).equals("0"), Part.SLIDING)
        : every(layers, last(4), Part.SLIDING);
  }

  private static List<Part> kimi(ConfigReader reader, int layers) {
    List<String> full = reader.items("linear_attn_config.full_attn_layers").orElse(List.of());
    if (!full.isEmpty()) {
      return every(layers, at -> full.contains(Integer.toString(at + 1)), Part.RECURRENT);
    }
    return every(
        layers, last(reader.count("layer_group_size", Shape.MAX_LAYERS, 4)), Part.RECURRENT);
  }

  /** Whether that one stands at a layer of a list that begins anew where it ends. */
  private static boolean repeats(List<String> kinds, int layer, String kind) {
    return !kinds.isEmpty() && kinds.get(layer % kinds.size()).equals(kind);
  }

  private static int pattern(ConfigReader reader, int layers, int usual) {
    String name = reader.anyOf("_sliding_window_pattern", "sliding_window_pattern");
    return reader.count(name, layers, Math.min(usual, layers));
  }

  /** The first of so many. */
  private static IntPredicate first(int step) {
    return at -> at % step == 0;
  }

  /** The last of so many. */
  private static IntPredicate last(int step) {
    return at -> (at + 1) % step == 0;
  }

  private static List<Part> every(int layers, IntPredicate full, Part other) {
    List<Part> parts = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      parts.add(full.test(layer) ? Part.FULL : other);
    }
    return parts;
  }
}
