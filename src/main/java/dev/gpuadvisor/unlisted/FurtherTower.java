package dev.gpuadvisor.unlisted;

import java.util.List;

/**
 * Vision towers of which transformers 5.24 builds the same number of parameters: SAM with what
 * makes its patches fewer, and encoders in SigLIP's manner with projections of their family.
 */
record FurtherTower(VisionTower tower) {

  /** SAM's own width between its layers and what follows. */
  private static final long NECK = 256;

  /** GOT-OCR 2: SAM, whose patches two convolutions make fewer. */
  long gotOcr() {
    long d = tower.hidden();
    return sam(768, 12) + convolution(512) + convolution(512, 1024) + 1024 * d + d;
  }

  /** Unlimited-OCR: SAM before CLIP, both of one size; what separates views. */
  long samAndClip() {
    long d = tower.hidden();
    long h = 1024;
    long clip = h + 257 * h + 2 * h + 24 * VisionTower.clipLayer(h, 4 * h);
    return sam(768, 12) + convolution(512) + convolution(512, 1024) + clip + 2 * h * d + d + 2 * d;
  }

  /** DeepSeek-OCR: as above; CLIP keeps patches of its own, which SAM's replace. */
  long samAndClipWithPatches() {
    return samAndClip() + 3 * VisionTower.square(14) * 1024;
  }

  /** DeepSeek-OCR 2: behind SAM the layers of Qwen2 0.5B, and queries for two sizes of image. */
  long samAndQwen() {
    long d = tower.hidden();
    long h = 896;
    long keys = 128;
    long layer = 2 * h * h + h + 2 * keys * (h + 1) + 3 * h * 4864 + 2 * h;
    return sam(768, 12)
        + convolution(512)
        + convolution(512, h)
        + 24 * layer
        + h
        + (144 + 256) * h
        + h * d
        + d
        + d;
  }

  /** Layers look around in windows but for four, each with tables of relative positions. */
  private long sam(long h, long layers) {
    long head = 64;
    long positions = 2 * head * ((layers - 4) * 27 + 4 * 127);
    return 3 * VisionTower.square(16) * h
        + h
        + VisionTower.square(64) * h
        + layers * VisionTower.clipLayer(h, 4 * h)
        + positions
        + NECK * h
        + convolution(NECK)
        + 4 * NECK;
  }

  private static long convolution(long to) {
    return convolution(NECK, to);
  }

  private static long convolution(long from, long to) {
    return 9 * from * to;
  }

  /** ViP-LLaVA: CLIP, whose states of several layers are projected together. */
  long vipLlava(ConfigReader whole) {
    long h = tower.size("hidden_size", 1024);
    long layers = whole.items("vision_feature_layers").map(List::size).orElse(5);
    return tower.clip() + (layers - 1) * h * tower.hidden() + 2 * layers * h;
  }

  /** Video-LLaVA: a CLIP for images and one for videos, projected alike. */
  long videoLlava(ConfigReader whole) {
    VisionTower video = new VisionTower(whole.part("image_config"), tower.hidden());
    long h = tower.size("hidden_size", 1024);
    return tower.clip() + video.clip() - (tower.projection(tower.hidden(), h));
  }

  /** Idefics 2: SigLIP, gated to the width of the text, and latents that gather it. */
  long idefics2(ConfigReader whole, ConfigReader text) {
    ConfigReader gathering = whole.part("perceiver_config");
    long h = tower.width();
    long d = tower.hidden();
    long between = text.count("intermediate_size", 1 << 17, 14_336);
    long headDim = gathering.count("resampler_head_dim", 1 << 12, 96);
    long queries = gathering.count("resampler_n_heads", 1 << 10, 16) * headDim;
    long keys = gathering.count("num_key_value_heads", 1 << 10, 4) * headDim;
    long layer = 2 * d * queries + 2 * d * keys + 3 * d * 4 * d + 3 * d;
    return tower.siglip(true)
        + 2 * h * between
        + between * d
        + gathering.count("resampler_n_latents", 1 << 12, 64) * d
        + gathering.count("resampler_depth", 1 << 6, 3) * layer
        + d;
  }

  /** Ovis 2: AIMv2, whose patches become shares of a visual vocabulary with its own table. */
  long ovis2(ConfigReader whole) {
    long h = tower.size("hidden_size", 1024);
    long i = tower.size("intermediate_size", 2816);
    long words = tower.reader().count("vocab_size", 1 << 19, 16_384);
    long named = words - tower.size("num_visual_indicator_tokens", 5);
    long merged = h * VisionTower.square(tower.merged("hidden_stride"));
    long biases = tower.reader().flag("qkv_bias", false) ? 3 * h : 0;
    return 3 * VisionTower.square(tower.patch()) * h
        + 3 * h
        + tower.positions() * h
        + tower.layers(24) * (4 * h * h + biases + 3 * h * i + 2 * h)
        + named * (merged + 2)
        + words * whole.count("hidden_size", 1 << 17, tower.hidden());
  }

  /** Step 3.7: layers scaled by numbers of their own, two convolutions that merge patches. */
  long step() {
    long h = tower.size("hidden_size", 1536);
    long d = tower.hidden();
    int layers = tower.layers(47);
    return 3 * VisionTower.square(tower.patch()) * h
        + tower.size("max_position_embeddings", 2704) * h
        + 2 * h
        + layers * (VisionTower.clipLayer(h, tower.size("intermediate_size", 8960)) + 2 * h)
        + convolution(h, 2 * h)
        + 2 * h
        + convolution(2 * h, 4 * h)
        + 4 * h
        + 4 * h * d;
  }

  /** Molmo 2: states of several layers, of whose patches one pools the others around it. */
  long molmo(ConfigReader whole) {
    ConfigReader adapter = whole.part("adapter_config");
    long h = tower.width();
    long positions =
        tower.size(tower.reader().anyOf("num_position_embeddings", "image_num_pos"), 577);
    int patch = tower.size(tower.reader().anyOf("patch_size", "image_patch_size"), 14);
    String listed = adapter.anyOf("vision_feature_layer", "vit_layers");
    long joined = h * adapter.items(listed).map(List::size).orElse(2);
    long width =
        adapter.count("num_attention_heads", 1 << 10, 16)
            * (long) adapter.count("head_dim", 1 << 12, 72);
    long a = adapter.count("hidden_size", 1 << 14, 1152);
    long inner = adapter.count("intermediate_size", 1 << 17, 18_944);
    long out = adapter.count("text_hidden_size", 1 << 17, tower.hidden());
    return positions * h
        + 3 * VisionTower.square(patch) * h
        + h
        + tower.layers(27) * VisionTower.clipLayer(h, tower.size("intermediate_size", 4304))
        + 3 * (joined * width + width)
        + width * a
        + a
        + 2 * a * inner
        + inner * out
        + whole.count("text_config.additional_vocab_size", 1 << 16, 128) * (long) tower.hidden();
  }

  /** Hunyuan's: positions of the largest image, and four patches merged by a convolution. */
  long hunyuan(boolean ofHy4) {
    long h = tower.width();
    long side = tower.size("max_image_size", 2048) / (long) tower.patch();
    long out = tower.size("out_hidden_size", tower.hidden());
    long merged = ofHy4 ? out + conv(h, out) + out * out + out + h : ofOcr(h, out);
    return tower.channels() * VisionTower.square(tower.patch()) * h
        + h
        + (side * side + 1) * h
        + tower.layers(27) * VisionTower.clipLayer(h, tower.size("intermediate_size", 4304))
        + merged;
  }

  /** Through twice and four times the width; four vectors mark where lines and images end. */
  private static long ofOcr(long h, long out) {
    return 4 * h + 3 * out + conv(h, 2 * h) + 2 * h * 4 * h + 4 * h + 4 * h * out + out + h + out;
  }

  private static long conv(long from, long to) {
    return 4 * from * to + to;
  }

  /** Aria: SigLIP, of whose patches so many queries gather what the language model reads. */
  long aria(ConfigReader whole) {
    long h = tower.width();
    long d = tower.hidden();
    long queries = whole.count("max_value_projector_patch_to_query_dict", 1 << 14, 256);
    long attention = 3 * h * h + 3 * h * h + 3 * h + 2 * (h * h + h) + 6 * h;
    return tower.siglip(true) + queries * h + attention + h * d + d * d;
  }

  /** VideoLLaMA 3: SigLIP with rotated positions. */
  long videoLlama() {
    long h = tower.width();
    return tower.siglip(true) - tower.positions() * h + tower.projection(tower.hidden());
  }

  /** Cosmos 3 Edge: SigLIP 2, of whose patches four are merged. */
  long cosmos(ConfigReader whole) {
    long h = tower.width();
    long inner = whole.count("projector_hidden_size", 1 << 16, 11_520);
    long d = tower.hidden();
    long positions = tower.size("num_patches", 256) - tower.positions();
    return tower.siglip(true) + positions * h + 2 * h + 4 * h * inner + inner + inner * d + d;
  }

  /** LFM3: convolutions of the plane beside attention of few layers. */
  long lfm3(ConfigReader whole) {
    long h = tower.width();
    long i = tower.size("intermediate_size", 2560);
    int layers = tower.layers(14);
    long attending =
        tower
            .reader()
            .items("layer_types")
            .map(kinds -> kinds.stream().filter("full_attention"::equals).count())
            .orElse(6L);
    long heads = Math.max(1, tower.size("num_attention_heads", 16));
    long headDim = h / heads;
    long keys = headDim * tower.size("num_key_value_heads", 8);
    long inner = whole.count("projector_hidden_size", 1 << 16, 4096);
    long d = tower.hidden();
    return 6 * VisionTower.square(tower.size("patch_size", 16)) * h
        + h
        + layers * (3 * h * i + 2 * h)
        + (layers - attending) * (4 * h * h + 9 * h)
        + attending * (2 * h * h + 2 * h * keys + 2 * headDim)
        + 2 * h
        + 4 * h * inner
        + inner
        + inner * d
        + d;
  }
}
