package dev.gpuadvisor.unlisted;

/**
 * Vision towers whose patches are merged by layers of their own before they are projected, to the
 * parameter as transformers 5.24 builds them.
 */
record MergingTower(VisionTower tower) {

  /** ERNIE 4.5 VL: four patches are merged, then two pictures of a video. */
  long ernie() {
    long merged = width() * VisionTower.square(tower.merged("spatial_merge_size"));
    long inTime = merged * tower.merged("temporal_merge_size");
    long d = tower.hidden();
    return VisionTower.square(tower.size("patch_size", 14)) * tower.channels() * width()
        + layers()
        + 2 * width()
        + joined(merged, merged, merged)
        + 2 * merged
        + joined(inTime, merged, merged)
        + 2 * merged
        + merged * d
        + 2 * d;
  }

  /** MiniMax M3: each patch is projected, then four of them together. */
  long minimax(ConfigReader whole) {
    long d = tower.hidden();
    long inner = whole.count("projector_hidden_size", 1 << 14, tower.hidden());
    long merged = whole.count("merged_hidden_size", 1 << 17, Math.min(1 << 17, 4 * tower.hidden()));
    return VisionTower.square(tower.size("patch_size", 14))
            * tower.channels()
            * tower.merged("temporal_patch_size")
            * width()
        + layers()
        + 2 * width()
        + joined(width(), inner, d)
        + joined(merged, inner, d);
  }

  /** GLM-OCR: gated layers with norms of the heads, a convolution, and a gated projection. */
  long glmOcr() {
    long h = tower.size("hidden_size", 1024);
    long i = tower.size("intermediate_size", 4096);
    long out = tower.size("out_hidden_size", 1536);
    long headDim = h / Math.max(1, tower.size("num_heads", 16));
    long layer = 4 * (h * h + h) + 3 * h * i + 2 * i + h + 2 * h + 2 * headDim;
    return 6 * VisionTower.square(tower.size("patch_size", 14)) * h
        + h
        + tower.size("depth", 24) * layer
        + h
        + VisionTower.square(tower.merged("spatial_merge_size")) * h * out
        + out
        + out * out
        + 2 * out
        + 3 * out * out * tower.channels();
  }

  /** PaddleOCR-VL: SigLIP, of whose patches four are merged. */
  long paddle() {
    long merged = width() * VisionTower.square(tower.merged("spatial_merge_size"));
    return tower.siglip(true) + 2 * width() + joined(merged, merged, tower.hidden());
  }

  /** MiniCPM-V 4.6: SigLIP, between whose layers four patches are merged, and four of the last. */
  long miniCpm(ConfigReader whole) {
    long h = width();
    long inner = 4L * tower.size("intermediate_size", 3072);
    long merged = 4 * h;
    long within = 4 * (h * h + h) + 2 * h + 2 * merged + joined(merged, inner, h);
    int times = whole.count("merger_times", 64, 1);
    return tower.siglip(true)
        + within
        + (times - 1) * (2 * merged + joined(merged, merged, h))
        + 2 * merged
        + joined(merged, merged, tower.hidden());
  }

  /** Dots.ocr: gated layers without biases, four merged patches projected through their width. */
  long dotsOcr() {
    long h = tower.size("embed_dim", 1536);
    long merged = h * VisionTower.square(tower.merged("spatial_merge_size"));
    long layer = 4 * h * h + 3 * h * tower.size("intermediate_size", 4224) + 2 * h;
    return tower.channels() * VisionTower.square(tower.size("patch_size", 14)) * h
        + 2 * h
        + tower.layers(42) * layer
        + (tower.reader().flag("post_norm", true) ? h : 0)
        + 2 * h
        + joined(merged, merged, tower.hidden());
  }

  /** MiniCPM-V: SigLIP, of whose patches so many queries gather what the language model reads. */
  long resampled(ConfigReader whole) {
    long d = tower.hidden();
    long queries = whole.count("query_num", 1 << 12, 64);
    long attention = 4 * (d * d + d) + 6 * d; // and norms of queries, patches and results
    return tower.siglip(true) + queries * d + tower.width() * d + attention + d * d;
  }

  /** Ovis 2.5: SigLIP 2; patches become shares of a visual vocabulary with a table of its own. */
  long ovis(ConfigReader whole) {
    long words = whole.count("visual_vocab_size", 1 << 19, 65_536);
    long named = words - 4; // those that say where an image begins and ends
    long merged = tower.width() * VisionTower.square(tower.merged("hidden_stride"));
    return tower.siglip(true) + merged * named + 2 * named + words * tower.hidden();
  }

  /** Two matrices with their biases. */
  private static long joined(long from, long inner, long to) {
    return from * inner + inner + inner * to + to;
  }

  private long layers() {
    int layers = tower.size(tower.reader().anyOf("depth", "num_hidden_layers"), 32);
    return layers * VisionTower.clipLayer(width(), tower.size("intermediate_size", 5120));
  }

  private long width() {
    return tower.width();
  }
}
