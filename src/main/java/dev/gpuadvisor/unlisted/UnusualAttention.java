package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Attention.Grouped.Projections;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.AttentionLayers.Keeps;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.unlisted.LayerPlan.Part;
import java.util.List;

/** Attention whose layers are not alike, each family in its own way. */
record UnusualAttention(ConfigAttention attention) {

  /** Two shapes of attention, and layers at the end that read the cache of earlier ones. */
  void gemma(List<AttentionLayers> groups) {
    Grouped sliding = attention.grouped();
    Grouped full = sliding;
    if (attention.type() == Architecture.GEMMA4) {
      boolean valuesAreKeys = reader().flag("attention_k_eq_v", false);
      String own = String.format("per_layer_config.%02d.", plan().parts().indexOf(Part.FULL));
      String headDims = reader().anyOf(own + "head_dim", "global_head_dim");
      int headDim = reader().count(headDims, Shape.MAX_HEAD_DIM, 512);
      String ofFull = reader().anyOf(own + "num_key_value_heads", "num_global_key_value_heads");
      int kvHeads =
          valuesAreKeys || reader().has(own + "num_key_value_heads")
              ? reader().count(ofFull, Shape.MAX_HEADS, sliding.kvHeads())
              : sliding.kvHeads();
      full =
          new Grouped(
              sliding.heads(),
              kvHeads,
              headDim,
              headDim,
              valuesAreKeys ? Projections.VALUES_ARE_KEYS : Projections.PLAIN);
    }
    int usuallyShared = attention.type() == Architecture.GEMMA3N ? 15 : 0;
    int shared = reader().countFromZero("num_kv_shared_layers", plan().layers(), usuallyShared);
    int own = Math.max(0, plan().layers() - shared);
    LayerPlan keeping = new LayerPlan(plan().parts().subList(0, own));
    LayerPlan sharing = new LayerPlan(plan().parts().subList(own, plan().layers()));
    int window = attention.window();
    groups.add(AttentionLayers.sliding(keeping.count(Part.SLIDING), sliding, window));
    groups.add(AttentionLayers.full(keeping.count(Part.FULL), full));
    int sharingSlides = sharing.count(Part.SLIDING);
    groups.add(new AttentionLayers(sharingSlides, sliding, window, 1, Keeps.SHARED));
    groups.add(new AttentionLayers(sharing.count(Part.FULL), full, 0, 1, Keeps.SHARED));
  }

  /** Keys wider than values, and other heads in the layers with a window. */
  void mimo(List<AttentionLayers> groups) {
    Grouped all = attention.grouped();
    int value = reader().count("v_head_dim", Shape.MAX_HEAD_DIM, all.headDim());
    Grouped full = new Grouped(all.heads(), all.kvHeads(), all.headDim(), value, Projections.PLAIN);
    boolean published = reader().has("hybrid_layer_pattern"); // transformers doubles them itself
    int kvHeadsWithWindow = Math.min(all.heads(), all.kvHeads() * (published ? 1 : 2));
    Grouped sliding =
        new Grouped(
            reader().count("swa_num_attention_heads", Shape.MAX_HEADS, all.heads()),
            reader().count("swa_num_key_value_heads", Shape.MAX_HEADS, kvHeadsWithWindow),
            reader().count("swa_head_dim", Shape.MAX_HEAD_DIM, all.headDim()),
            reader().count("swa_v_head_dim", Shape.MAX_HEAD_DIM, value),
            Projections.PLAIN);
    groups.add(AttentionLayers.full(plan().count(Part.FULL), full));
    groups.add(AttentionLayers.sliding(plan().count(Part.SLIDING), sliding, attention.window()));
  }

  /** A window of vectors in each layer, and compressed ones of all tokens in most. */
  void deepSeek4(List<AttentionLayers> groups) {
    Attention.OneVector vector =
        new Attention.OneVector(
            reader().count("num_attention_heads", Shape.MAX_HEADS),
            reader().count("head_dim", Shape.MAX_HEAD_DIM),
            reader().count("qk_rope_head_dim", Shape.MAX_HEAD_DIM),
            reader().count("q_lora_rank", Shape.MAX_RANK),
            reader().count("o_groups", Shape.MAX_HEADS),
            reader().count("o_lora_rank", Shape.MAX_RANK));
    int window = reader().count("sliding_window", ConfigAttention.MOST_WINDOW, 128);
    groups.add(AttentionLayers.sliding(plan().layers(), vector, window));
    List<Integer> ratios = ratios();
    ratios.stream()
        .filter(ratio -> ratio > 0)
        .distinct()
        .sorted()
        .forEach(
            ratio -> {
              int layers = (int) ratios.stream().filter(ratio::equals).count();
              groups.add(new AttentionLayers(layers, vector, 0, ratio, Keeps.COMPRESSED));
            });
  }

  /** For how many tokens each layer keeps a compressed entry; 0 where it keeps none. */
  List<Integer> ratios() {
    return ratios(reader(), plan());
  }

  /** By number as it was published, or by kind of layer as transformers saves it. */
  static List<Integer> ratios(ConfigReader reader, LayerPlan plan) {
    List<Integer> ratios = reader.counts("compress_ratios", 1 << 16);
    if (!ratios.isEmpty()) {
      return ratios.subList(0, Math.min(plan.layers(), ratios.size()));
    }
    List<String> kinds = reader.items("layer_types").orElse(List.of());
    return kinds.stream()
        .limit(plan.layers())
        .map(
            kind ->
                switch (kind) {
                  case "compressed_sparse_attention" -> rate(reader, kind, 4);
                  case "heavily_compressed_attention" -> rate(reader, kind, 128);
                  default -> 0;
                })
        .toList();
  }

  private static int rate(ConfigReader reader, String kind, int usual) {
    return reader.count("compress_rates." + kind, 1 << 16, usual);
  }

  /** Layers without attention, and with other numbers of heads. */
  void nas(List<AttentionLayers> groups) {
    int heads = attention.heads();
    int headDim = Math.max(1, attention.hidden() / heads);
    int[] layersByGroup = new int[Shape.MAX_HEADS + 1];
    for (int layer = 0; layer < plan().layers(); layer++) {
      String block = "block_configs." + layer + ".attention.";
      boolean none =
          reader().flag(block + "no_op", false)
              || reader().flag(block + "replace_with_linear", false);
      if (!none) {
        layersByGroup[reader().count(block + "n_heads_in_group", heads)]++;
      }
    }
    for (int inGroup = 1; inGroup <= heads; inGroup++) {
      if (layersByGroup[inGroup] > 0) {
        Grouped grouped = new Grouped(heads, Math.max(1, heads / inGroup), headDim);
        groups.add(AttentionLayers.full(layersByGroup[inGroup], grouped));
      }
    }
  }

  /** Few blocks with weights, which many layers go through; each of these keeps its own. */
  void zamba(List<AttentionLayers> groups) {
    Grouped grouped = attention.grouped();
    int layers = plan().count(Part.FULL);
    int blocks = Math.min(layers, sharedBlocks(reader()));
    groups.add(AttentionLayers.full(blocks, grouped));
    groups.add(new AttentionLayers(layers - blocks, grouped, 0, 1, Keeps.COMPRESSED));
  }

  static int sharedBlocks(ConfigReader reader) {
    return reader.count("num_mem_blocks", Shape.MAX_LAYERS, 1);
  }

  private ConfigReader reader() {
    return attention.reader();
  }

  private LayerPlan plan() {
    return attention.plan();
  }
}
