package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.DenseLayers;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.unlisted.LayerPlan.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The feed-forward layers of a configuration that have no experts. */
record ConfigFeedForward(
    ConfigReader reader,
    Architecture type,
    LayerPlan plan,
    int hidden,
    Optional<MixtureOfExperts> experts) {

  private static final int MOST = Shape.MAX_FEED_FORWARD_SIZE;
  private static final String SIZE = "intermediate_size";

  List<DenseLayers> layers() {
    int others = plan.layers() - experts.map(MixtureOfExperts::layers).orElse(0);
    return switch (type) {
      case NEMOTRON_H ->
          plan.count(Part.DENSE) == 0
              ? List.of()
              : List.of(new DenseLayers(plan.count(Part.DENSE), reader.count(SIZE, MOST)));
      case NEMOTRON_NAS -> ofBlocks();
      case MAMBA -> List.of();
      case RECURRENT_GEMMA -> // the size is that of gate and up projection together
          List.of(new DenseLayers(others, Math.max(1, size() / 2)));
      case ZAMBA2 -> List.of(new DenseLayers(UnusualAttention.sharedBlocks(reader), size()));
      case GEMMA4 -> ofGemma4();
      case GEMMA3N -> listed();
      case ARCTIC -> List.of(new DenseLayers(plan.layers(), hidden)); // beside the experts
      case GROK ->
          reader.flag("residual_moe", false)
              ? List.of(new DenseLayers(plan.layers(), size()))
              : List.of(new DenseLayers(others, size()));
      case LFM2 -> List.of(new DenseLayers(others, ofLfm2()));
      case LLAMA4 -> List.of(new DenseLayers(others, reader.count(intermediateOfLlama4(), MOST)));
      case GRANITE_HYBRID ->
          List.of(new DenseLayers(others, reader.count("shared_intermediate_size", MOST, size())));
      case MINIMAX3, INKLING ->
          List.of(new DenseLayers(others, reader.count("dense_intermediate_size", MOST, size())));
      case COHERE2 ->
          List.of(
              new DenseLayers(
                  others, reader.count("prefix_dense_intermediate_size", MOST, size())));
      case DEEPSEEK3 ->
          reader.text("model_type").equals("longcat_flash")
              ? List.of(new DenseLayers(2 * plan.layers(), reader.count("ffn_hidden_size", MOST)))
              : List.of(new DenseLayers(others, size()));
      default -> List.of(new DenseLayers(others, size()));
    };
  }

  private String intermediateOfLlama4() {
    return reader.anyOf("intermediate_size_mlp", SIZE);
  }

  /** The first Qwen gives the width of gate and up projection together. */
  private int size() {
    String name =
        reader.anyOf(
            SIZE,
            "n_inner",
            "ffn_dim",
            "ffn_hidden_size",
            "block_ff_dim",
            "ffn_config.ffn_hidden_size");
    if (type == Architecture.QWEN) {
      return Math.max(1, reader.count(name, MOST) / 2);
    }
    boolean fourTimes =
        switch (type) {
          case GPT2, GPT_NEO, GPT_NEOX, GPT_J, MPT, FALCON, PHI -> true;
          default -> false;
        };
    if (fourTimes) {
      return reader.count(name, MOST, Math.min(MOST, 4 * hidden));
    }
    return experts.isPresent()
        ? reader.count(name, MOST, experts.get().expertSize())
        : reader.count(name, MOST);
  }

  /** Layers that read the cache of earlier ones may be twice as wide. */
  private List<DenseLayers> ofGemma4() {
    int size = reader.count(SIZE, MOST);
    int wide =
        reader.flag("use_double_wide_mlp", false)
            ? reader.countFromZero("num_kv_shared_layers", plan.layers(), 0)
            : 0;
    return wide == 0
        ? List.of(new DenseLayers(plan.layers(), size))
        : List.of(
            new DenseLayers(plan.layers() - wide, size),
            new DenseLayers(wide, Math.min(MOST, 2 * size)));
  }

  /** A size for each layer, or one for all. */
  private List<DenseLayers> listed() {
    List<Integer> sizes = reader.counts(SIZE, MOST);
    if (sizes.isEmpty()) {
      return List.of(new DenseLayers(plan.layers(), reader.count(SIZE, MOST)));
    }
    return bySize(sizes);
  }

  /** Of the size that a configuration gives, two thirds, rounded up. */
  private int ofLfm2() {
    boolean adjusts = reader.has("block_ff_dim") || !reader.text("model_type").endsWith("_moe");
    if (!adjusts || !reader.flag("block_auto_adjust_ff_dim", true)) {
      return size();
    }
    int twoThirds = (int) (2L * reader.count(reader.anyOf("block_ff_dim", SIZE), MOST) / 3);
    int multiple = reader.count("block_multiple_of", MOST, 256);
    return Math.min(MOST, (twoThirds + multiple - 1) / multiple * multiple);
  }

  private List<DenseLayers> ofBlocks() {
    List<Integer> sizes = new ArrayList<>();
    for (int layer = 0; layer < plan.layers(); layer++) {
      String block = "block_configs." + layer + ".ffn.";
      if (!reader.flag(block + "no_op", false)
          && !reader.flag(block + "replace_with_linear", false)) {
        double wanted = 2 * reader.decimal(block + "ffn_mult", 1) * hidden / 3;
        sizes.add((int) Math.min(MOST, Math.ceil(Math.floor(wanted) / 256) * 256));
      }
    }
    return bySize(sizes);
  }

  private static List<DenseLayers> bySize(List<Integer> sizes) {
    TreeMap<Integer, Integer> layers = new TreeMap<>();
    sizes.forEach(size -> layers.merge(size, 1, Integer::sum));
    List<DenseLayers> dense = new ArrayList<>();
    layers.forEach((size, count) -> dense.add(new DenseLayers(count, size)));
    return dense;
  }
}
