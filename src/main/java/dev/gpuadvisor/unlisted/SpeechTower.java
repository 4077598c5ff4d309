package dev.gpuadvisor.unlisted;

/** What listens beside a language model, of which transformers 5.24 builds the same number. */
record SpeechTower(ConfigReader whole, int hidden) {

  /** Whisper's encoder, whose keys have no bias, without what projects its frames. */
  private long whisper(VisionTower tower, boolean placed) {
    long h = width(tower);
    long i = inner(tower);
    int layers = tower.size(tower.reader().anyOf("num_hidden_layers", "encoder_layers"), 32);
    long convolutions = 3L * tower.size("num_mel_bins", 128) * h + 3 * h * h + 2 * h;
    long positions = placed ? tower.size("max_source_positions", 1500) * h : 0;
    return convolutions + positions + layers * (VisionTower.clipLayer(h, i) - h) + 2 * h;
  }

  /** Four frames are projected together. */
  long voxtral() {
    VisionTower tower = tower("audio_config");
    long d = hidden;
    return whisper(tower, true) + 4 * width(tower) * d + d * d;
  }

  long qwen2Audio() {
    VisionTower tower = tower("audio_config");
    return whisper(tower, true) + width(tower) * hidden + hidden;
  }

  long audioFlamingo() {
    VisionTower tower = tower("audio_config");
    long d = hidden;
    return whisper(tower, true) + width(tower) * d + d + d * d + d;
  }

  /** Positions are rotated; four frames are projected through twice the size. */
  long glmAsr() {
    VisionTower tower = tower("audio_config");
    long d = hidden;
    return whisper(tower, false) + inner(tower) * 2 * d + 2 * d + 2 * d * d + d;
  }

  /** Voxtral in real time: gated layers that look back, heads wider than the layers. */
  long voxtralRealtime() {
    VisionTower tower = tower("audio_config");
    long h = width(tower);
    long i = inner(tower);
    long attended = (long) tower.size("num_attention_heads", 32) * tower.size("head_dim", 64);
    long layer = 4 * h * attended + 2 * attended + h + 3 * h * i + h + 2 * h;
    long d = hidden;
    return 3L * tower.size("num_mel_bins", 128) * h
        + 3 * h * h
        + 2 * h
        + tower.layers(32) * layer
        + h
        + whole.count("downsample_factor", 64, 4) * h * d
        + d * d;
  }

  /** Granite Speech: a conformer, of whose frames few queries gather what is read. */
  long granite() {
    VisionTower tower = tower("encoder_config");
    long h = tower.size("hidden_dim", 1024);
    long in = tower.size("input_dim", 160);
    long out = tower.size("output_dim", 42);
    long dim = tower.size("dim_head", 128);
    long attended = tower.size("num_heads", 8) * dim;
    long wide = h * tower.size("feedforward_mult", 4);
    long convolved = h * tower.size("conv_expansion_factor", 2);
    long half = 2 * h + VisionTower.mlp(h, wide);
    long distances = (2L * tower.size("max_pos_emb", 512) + 1) * dim;
    long attention = 2 * h + 4 * h * attended + h + distances;
    long kernel = tower.size("conv_kernel_size", 15);
    long convolution =
        2 * h + 2 * (h * convolved + convolved) + convolved * (kernel + 2) + convolved * h + h;
    long layer = 2 * half + attention + convolution + 2 * h;
    return in * h + h + tower.size("num_layers", 10) * layer + 2 * h * out + out + h + gathered();
  }

  /** The Q-Former of BLIP-2, some of whose layers look at the frames. */
  private long gathered() {
    VisionTower tower = tower("projector_config");
    long h = tower.size("hidden_size", 768);
    long i = tower.size("intermediate_size", 3072);
    long from = tower.size("encoder_hidden_size", 1408);
    int layers = tower.layers(12);
    int step = Math.max(1, tower.size("cross_attention_frequency", 2));
    long own = 4 * (h * h + h) + 2 * h + VisionTower.mlp(h, i) + 2 * h;
    long across = 2 * (h * h + h) + 2 * (from * h + h) + 2 * h;
    long queries =
        whole.count("window_size", 1 << 12, 15)
            / Math.max(1, whole.count("downsample_rate", 64, 5));
    long looking = (layers + step - 1) / step;
    return queries * h + 2 * h + layers * own + looking * across + h * hidden + hidden;
  }

  private static long width(VisionTower tower) {
    return tower.size(tower.reader().anyOf("hidden_size", "d_model"), 1280);
  }

  private static long inner(VisionTower tower) {
    return tower.size(tower.reader().anyOf("intermediate_size", "encoder_ffn_dim"), 5120);
  }

  private VisionTower tower(String part) {
    return new VisionTower(whole.part(part), hidden);
  }
}
