package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.ImageEncoder;
import dev.gpuadvisor.catalog.ImageEncoder.Positions;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.Parallel;

/**
 * What V1 runs through an encoder of images when it starts: as many of the largest items as a step
 * has tokens for, one at least, all at once (multimodal/encoder_budget.py; gpu_model_runner.py,
 * profile_run). Sizes in bytes of one GPU.
 *
 * @param turnsIn32Bit whether the release turns all queries and keys in 32 bit
 */
record VllmEncoder(ImageEncoder encoder, Model model, Parallel parallel, boolean turnsIn32Bit) {

  private static final int BYTES_16_BIT = 2;

  /** Queries, keys and values as one matrix makes them, and what attention makes of them. */
  private static final int ATTENDED = 3 + 1;

  /** Queries and keys side by side, and the same turned. */
  private static final int TURNED = 2 + 2;

  /**
   * Copies of queries, keys and values; the first two side by side, in 32 bit, turned there, and in
   * 16 bit again. What attention makes of them comes later (0.11.0, qwen2_vl.py,
   * apply_rotary_pos_emb_vision).
   */
  private static final int TURNED_IN_32_BIT = 3 + 2 + 4 + 4 + 2 - 1;

  /**
   * What the encoder has at its peak, in the wider of its two parts. Pixels, what went into the
   * layer and what inner layers hand on are there all the time.
   */
  long peak(int stepTokens, int sequences, int length) {
    double widest = Math.max(attention(), feedForward());
    double values = widest + encoder.patchValues() + deepFeatures();
    return Math.round(values * BYTES_16_BIT * patches(stepTokens, sequences, length));
  }

  /** What stays while the language model is run: pixels, and what became of them. */
  long kept(int stepTokens, int sequences, int length) {
    long pixels = patches(stepTokens, sequences, length) * encoder.patchValues();
    long perToken = (1L + encoder.deepFeatures()) * model.hiddenSize();
    return (pixels + items(stepTokens, sequences, length) * item(length) * perToken) * BYTES_16_BIT;
  }

  private long patches(int stepTokens, int sequences, int length) {
    long sizes = item(length) / encoder.tokens();
    return items(stepTokens, sequences, length) * sizes * encoder.patches();
  }

  private long items(int stepTokens, int sequences, int length) {
    long item = item(length);
    long ofSequences = sequences * Math.max(1, length / item);
    return Math.max(1, Math.min(stepTokens / item, ofSequences));
  }

  /** Tokens of the largest item: a video has as many frames as the longest sequence takes. */
  private long item(int length) {
    long frames = Math.max(1, Math.min(encoder.longestVideo(), length / encoder.tokens()));
    return frames * encoder.tokens();
  }

  /** The vector of a position, the layer's input, the same normed, and the output. */
  private double attention() {
    int whole = (encoder.hasTable() ? 1 : 0) + 2;
    if (isIn32Bit()) {
      return encoder.hidden() * (whole + cut(ATTENDED + TURNED_IN_32_BIT));
    }
    int turned = encoder.turns() ? TURNED : 0;
    return encoder.hidden() * (whole + 1 + cut(ATTENDED + turned));
  }

  private boolean isIn32Bit() {
    return encoder.turns() && (turnsIn32Bit || encoder.positions() == Positions.TURNED_IN_32_BIT);
  }

  /** The input of attention and of this part, the same normed; what is inside, and activated. */
  private double feedForward() {
    int whole = (encoder.hasTable() ? 1 : 0) + (encoder.turns() ? 3 : 2) + (addsWithNorm() ? 2 : 0);
    int inside = encoder.gated() ? 3 : 2;
    return encoder.hidden() * whole + encoder.feedForward() * cut(inside);
  }

  /**
   * Whether a norm adds what attention made to what went into it, and keeps the sum besides
   * (0.23.0, qwen2_5_vl.py and glm4_1v.py: 15.2 GiB for a video of 114,688 tokens).
   */
  private boolean addsWithNorm() {
    return encoder.gated() && encoder.countsTime() && !turnsIn32Bit;
  }

  /** Tensor parallelism cuts the matrices of the encoder too. */
  private double cut(int vectors) {
    return (double) vectors / parallel.tensor();
  }

  private double deepFeatures() {
    double patchesPerToken = (double) encoder.patches() / encoder.tokens();
    return encoder.deepFeatures() * model.hiddenSize() / patchesPerToken;
  }
}
