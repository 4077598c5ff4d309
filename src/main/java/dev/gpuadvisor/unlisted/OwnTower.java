package dev.gpuadvisor.unlisted;

import java.util.List;

/** Vision towers that are like no other family's. */
record OwnTower(VisionTower tower) {

  /** GLM-4V: the layers' feed-forward parts have the size of what the tower gives. */
  long glm() {
    long h = tower.size("hidden_size", 1536);
    long out = tower.size("out_hidden_size", tower.hidden());
    long positions =
        VisionTower.square(tower.size("image_size", 336) / tower.size("patch_size", 14));
    return 6 * VisionTower.square(tower.size("patch_size", 14)) * h
        + h
        + positions * h
        + tower.size("depth", 24) * (2 * h + 4 * h * h + 3 * h * out)
        + 2 * h
        + VisionTower.square(tower.merged("spatial_merge_size")) * h * out
        + out
        + out * out
        + 2 * out
        + 3 * out * tower.size("intermediate_size", 13696);
  }

  /** SigLIP with the head that pools, which checkpoints have; several layers are projected. */
  long pooledSiglip(ConfigReader whole) {
    long h = tower.width();
    long layers = Math.max(1, whole.items("vision_feature_layer").map(List::size).orElse(1));
    long d = tower.hidden();
    return tower.siglip(true) + tower.pooling() + layers * h * d + d + d * d + d;
  }

  /** Command A Vision and Aya Vision: half of what is projected gates the other half. */
  long cohere(ConfigReader whole) {
    long merged = tower.width() * VisionTower.square(whole.count("downsample_factor", 64, 2));
    long d = tower.hidden();
    long inner = whole.count("alignment_intermediate_size", 1 << 17, tower.hidden());
    boolean norm = whole.text("model_type").equals("aya_vision");
    return tower.siglip(true)
        + (norm ? 2 * merged : 0)
        + merged * inner
        + inner
        + inner / 2 * d
        + d;
  }

  /** SigLIP 2, with a position for each of so many patches. */
  long lfm2(ConfigReader whole) {
    long h = tower.width();
    long merged = h * VisionTower.square(whole.count("downsample_factor", 64, 2));
    long inner = whole.count("projector_hidden_size", 1 << 14, 2560);
    long d = tower.hidden();
    return tower.channels() * VisionTower.square(tower.patch()) * h
        + h
        + tower.size("num_patches", 256) * h
        + tower.pooling()
        + tower.layers(12) * VisionTower.clipLayer(h, tower.size("intermediate_size", 3072))
        + 2 * h
        + (whole.flag("projector_use_layernorm", true) ? 2 * merged : 0)
        + merged * inner
        + inner
        + inner * d
        + d;
  }

  /** Qwen 2.5's, whose heads share keys and values. */
  long exaone() {
    long h = tower.size("hidden_size", 2048);
    int heads = Math.max(1, tower.size("num_heads", 32));
    long shared = h - h / heads * tower.size("num_key_value_heads", heads);
    return tower.qwen25() - 2L * tower.size("depth", 28) * shared * (h + 1);
  }

  /** SigLIP as timm names its sizes; two matrices, and two vectors between tiles. */
  long deepSeek() {
    long h = tower.size("width", 1152);
    long i = 4304; // 3.7362 times the width
    long positions = VisionTower.square(384 / 14);
    long d = tower.hidden();
    return 3 * VisionTower.square(tower.patch()) * h
        + h
        + positions * h
        + tower.size("layers", 27) * VisionTower.clipLayer(h, i)
        + 2 * h
        + 4 * h * d
        + d
        + d * d
        + d
        + 2 * d;
  }

  long glm5() {
    long h = tower.size("hidden_size", 1024);
    long i = tower.size("intermediate_size", 4096);
    long out = tower.size("out_hidden_size", 1536);
    long layer = 4 * (h * h + h) + 3 * h * i + 2 * i + h + 2 * h;
    return 6 * VisionTower.square(tower.size("patch_size", 14)) * h
        + h
        + tower.size("depth", 24) * layer
        + 4 * h * out
        + out
        + out * out
        + 3 * out * tower.size("projection_intermediate_size", 10_240)
        + 4 * h
        + 2 * out;
  }

  /** Attention with norms of its heads, tables of positions in both directions. */
  long gemma4() {
    long h = tower.size("hidden_size", 768);
    long layer =
        4 * h * h
            + 3 * h * tower.size("intermediate_size", 3072)
            + 4 * h
            + 2L * tower.size("head_dim", 64);
    return tower.channels() * VisionTower.square(tower.size("patch_size", 16)) * h
        + 2L * tower.size("position_embedding_size", 10_240) * h
        + tower.layers(16) * layer
        + h * tower.hidden();
  }

  long mllama() {
    long h = tower.size("hidden_size", 1280);
    long layer = VisionTower.clipLayer(h, tower.size("intermediate_size", 5120)) - 4 * h;
    long positions = tower.positions() + 1;
    long ratios = 9;
    long tiles = tower.size("max_num_tiles", 4) * h;
    int global = tower.size("num_global_layers", 8);
    return tower.channels() * VisionTower.square(tower.patch()) * h
        + tower.layers(32) * layer
        + global * (layer + 2)
        + h
        + positions * h
        + 1
        + ratios * tiles * positions
        + 2 * (ratios * tiles + 1)
        + 4 * h
        + (long) tower.size("vision_output_dim", 7680) * tower.hidden()
        + tower.hidden();
  }

  /** Llama 4; a configuration without this part means the class's own sizes. */
  long llama4() {
    long h = tower.size("hidden_size", 768);
    long i = tower.size("intermediate_size", 5632);
    long out = tower.size("vision_output_dim", 7680);
    long projected = tower.size("projector_output_dim", 4096);
    long input = tower.size("projector_input_dim", 4096);
    return tower.channels() * VisionTower.square(tower.size("patch_size", 14)) * h
        + h
        + (VisionTower.square(tower.size("image_size", 448) / tower.size("patch_size", 14)) + 1) * h
        + tower.layers(34) * VisionTower.clipLayer(h, i)
        + 4 * h
        + i * input
        + input * projected
        + out * tower.hidden();
  }

  /** Three projections from four merged patches, that of the middle square. */
  long muse() {
    long h = tower.size("hidden_size", 1536);
    long i = tower.size("intermediate_size", 8960);
    long merged = h * VisionTower.square(tower.merged("merge_size"));
    long middle = 4096;
    return tower.channels()
            * tower.merged("patch_temporal")
            * VisionTower.square(tower.size("patch_size", 14))
            * h
        + (long) tower.size("pos_emb_height", 32) * tower.size("pos_emb_width", 32) * h
        + tower.layers(50) * VisionTower.clipLayer(h, i)
        + merged * middle
        + VisionTower.square(middle)
        + middle * tower.hidden();
  }

  /** Dots, whose later layers have experts, more in each. */
  long dots() {
    long h = tower.size("hidden_size", 1536);
    long sum = tower.layers(42) * 4 * h * h;
    for (int layer = 0; layer < tower.layers(42); layer++) {
      String own = "per_layer_config." + layer + ".num_local_experts";
      List<String> kinds = tower.reader().items("mlp_layer_types").orElse(List.of());
      boolean sparse = layer < kinds.size() && kinds.get(layer).equals("sparse");
      long experts = tower.size(own, tower.size("num_local_experts", 1));
      sum +=
          sparse
              ? experts * (3 * h * tower.size("moe_intermediate_size", 2112) + h)
              : 3 * h * tower.size("intermediate_size", 4224);
    }
    long joined = h * VisionTower.square(tower.merged("adapter_merge_size"));
    return sum
        + VisionTower.square(joined)
        + joined * tower.size("adapter_out_dim", tower.hidden());
  }
}
