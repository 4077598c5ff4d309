package dev.gpuadvisor.unlisted;

import java.util.List;

/**
 * Parameters of the vision towers, by family. The parts of all are alike: patches are embedded, go
 * through layers of an encoder, and are projected to the hidden size of the language model.
 *
 * @param hidden of the language model
 */
record VisionTower(ConfigReader reader, int hidden) {

  /* Together they keep every product of sizes inside a long. */
  private static final int MOST = 1 << 14;
  private static final int MOST_MERGED = 64;

  int width() {
    return size("hidden_size", 1152);
  }

  /** Qwen3-VL and later. */
  long qwen3(boolean deepByDefault) {
    long h = width();
    long i = size("intermediate_size", 4304);
    long out = size("out_hidden_size", hidden);
    long merged = h * square(merged("spatial_merge_size"));
    long patch = square(size("patch_size", 16)) * merged("temporal_patch_size") * channels();
    long layer = 4 * h + 4 * (h * h + h) + mlp(h, i);
    long merger = square(merged) + merged + merged * out + out;
    int listed = reader.items("deepstack_visual_indexes").map(List::size).orElse(-1);
    long deep = listed < 0 ? (deepByDefault ? 3 : 0) : Math.min(MOST_MERGED, listed);
    return patch * h
        + h
        + size("num_position_embeddings", 2304) * h
        + size("depth", 27) * layer
        + 2 * h
        + merger
        + deep * (2 * merged + merger);
  }

  long qwen25() {
    long h = size("hidden_size", 1280);
    long i = size("intermediate_size", 3420);
    long out = size("out_hidden_size", hidden);
    long merged = h * square(merged("spatial_merge_size"));
    long layer = 2 * h + 4 * (h * h + h) + 3 * h * i + 2 * i + h;
    return 6 * square(size("patch_size", 14)) * h
        + size("depth", 32) * layer
        + h
        + square(merged)
        + merged
        + merged * out
        + out;
  }

  /** Here the hidden size is that of the language model. */
  long qwen2() {
    long h = size("embed_dim", 1280);
    long merged = h * square(merged("spatial_merge_size"));
    long layer = 4 * h + 4 * (h * h + h) + mlp(h, size("mlp_ratio", 4) * h);
    return 6 * square(size("patch_size", 14)) * h
        + size("depth", 32) * layer
        + 2 * h
        + square(merged)
        + merged
        + merged * hidden
        + hidden;
  }

  /** SigLIP, without a projection. */
  long siglip(boolean lastNorm) {
    long h = width();
    return channels() * square(patch()) * h
        + h
        + positions() * h
        + layers(27) * clipLayer(h, size("intermediate_size", 4304))
        + (lastNorm ? 2 * h : 0);
  }

  /** SigLIP's head that pools: in its own class it is there unless the configuration denies it. */
  long pooling() {
    return pooling(true);
  }

  /**
   * The same.
   *
   * @param usual whether checkpoints have it where their configuration says nothing
   */
  long pooling(boolean usual) {
    long h = width();
    boolean pools = reader.flag("vision_use_head", usual);
    return pools ? h + 4 * (h * h + h) + 2 * h + mlp(h, size("intermediate_size", 4304)) : 0;
  }

  /** The two matrices of LLaVA's projection, and their biases. */
  long projection(long d) {
    return projection(d, width());
  }

  /** The same from another width. */
  long projection(long d, long h) {
    return h * d + d + d * d + d;
  }

  /** CLIP, with the projection of LLaVA. */
  long clip() {
    long h = size("hidden_size", 1024);
    long d = hidden;
    return h
        + channels() * square(patch()) * h
        + (positions() + 1) * h
        + 4 * h
        + layers(24) * clipLayer(h, size("intermediate_size", 4096))
        + h * d
        + d
        + d * d
        + d;
  }

  /** Pixtral, with the projection of Mistral 3 or that of LLaVA. */
  long pixtral(boolean merges) {
    long h = size("hidden_size", 1024);
    long layer = 2 * h + 4 * h * h + 3 * h * size("intermediate_size", 4096);
    long tower = channels() * square(size("patch_size", 14)) * h + h + layers(24) * layer;
    long d = hidden;
    return tower + (merges ? h + 4 * h * h + h * d + d * d : h * d + d + d * d + d);
  }

  long internVit() {
    long h = size("hidden_size", 1024);
    long d = hidden;
    return h
        + channels() * square(patch()) * h
        + h
        + (positions() + 1) * h
        + layers(24) * (clipLayer(h, size("intermediate_size", 4096)) + 2 * h - ofInternVit6b(h))
        + 8 * h
        + 4 * h * d
        + d
        + d * d
        + d;
  }

  /** InternViT 6B: no biases in norms and of queries, keys and values, norms of two of them. */
  private long ofInternVit6b(long h) {
    long biases = reader.flag("qkv_bias", true) && reader.flag("attention_bias", true) ? 0 : 3 * h;
    String norm = reader.text("norm_type");
    return biases
        + (norm.equals("rms_norm") ? 2 * h : 0)
        - (reader.flag(reader.anyOf("qk_normalization", "use_qk_norm"), false) ? 2 * h : 0);
  }

  /** MoonViT, whose sizes Kimi K2.5 and later name otherwise. */
  long moon() {
    long h = size(reader.anyOf("vt_hidden_size", "hidden_size", "mm_hidden_size"), 1152);
    long i = size(reader.anyOf("vt_intermediate_size", "intermediate_size"), 4304);
    int layers = size(reader.anyOf("vt_num_hidden_layers", "num_hidden_layers"), 27);
    long merged = 4 * h;
    return channels() * square(size("patch_size", 14)) * h
        + h
        + 64L * 64 * h
        + layers * clipLayer(h, i)
        + 2 * h
        + 2 * h
        + square(merged)
        + merged
        + merged * hidden
        + hidden;
  }

  /** An encoder of sound and its projection. */
  long encoder() {
    long h = size(reader.anyOf("d_model", "hidden_size"), 1280);
    long i = size(reader.anyOf("encoder_ffn_dim", "intermediate_size"), 5120);
    int layers = size(reader.anyOf("encoder_layers", "num_hidden_layers"), 32);
    long out = size(reader.anyOf("output_dim", "adapter_out_dim"), hidden);
    return layers * clipLayer(h, i) + h * out + out * out;
  }

  static long clipLayer(long h, long i) {
    return 4 * h + 4 * (h * h + h) + mlp(h, i);
  }

  static long mlp(long h, long i) {
    return 2 * h * i + i + h;
  }

  long positions() {
    return square(Math.max(1, reader.largest("image_size", MOST, 896)) / patch());
  }

  int patch() {
    return Math.max(1, reader.largest("patch_size", MOST, 14));
  }

  int channels() {
    return size(reader.anyOf("in_channels", "in_chans", "num_channels"), 3);
  }

  int layers(int usual) {
    return size("num_hidden_layers", usual);
  }

  int size(String name, int usual) {
    return reader.count(name, MOST, usual);
  }

  int merged(String name) {
    return reader.count(name, MOST_MERGED, 2);
  }

  static long square(long number) {
    return number * number;
  }
}
