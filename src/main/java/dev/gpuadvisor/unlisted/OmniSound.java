package dev.gpuadvisor.unlisted;

/**
 * What hears in Qwen's omni models: Whisper's encoder with other ends, to the parameter as
 * transformers 5.24 builds it.
 *
 * @param tower of the part of the configuration that says its sizes
 */
record OmniSound(VisionTower tower) {

  /** Two convolutions over time; a vector each for where sound begins and ends. */
  long qwen25() {
    long h = width();
    long out = out();
    long convolutions = 3 * bins() * h + h + 3 * h * h + h;
    long layer = VisionTower.clipLayer(h, inner()) - h; // keys have no bias
    return convolutions + layers() * layer + 2 * h + 2 * out + h * out + out;
  }

  /** Three convolutions over time and pitch, each of which halves both. */
  long qwen3() {
    long h = width();
    long out = out();
    long channels = tower.size("downsample_hidden_size", 480);
    long pitches = (((bins() + 1) / 2 + 1) / 2 + 1) / 2;
    long convolutions = 9 * channels + channels + 2 * (9 * channels * channels + channels);
    return convolutions
        + channels * pitches * h
        + layers() * VisionTower.clipLayer(h, inner())
        + 2 * h
        + h * h
        + h
        + h * out
        + out;
  }

  private long bins() {
    return tower.size("num_mel_bins", 128);
  }

  private long width() {
    return tower.size("d_model", 1280);
  }

  private long inner() {
    return tower.size("encoder_ffn_dim", 5120);
  }

  private long layers() {
    return tower.size("encoder_layers", 32);
  }

  private long out() {
    return tower.size("output_dim", tower.hidden());
  }
}
