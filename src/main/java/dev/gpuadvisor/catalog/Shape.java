package dev.gpuadvisor.catalog;

import java.util.Optional;

/**
 * What the number of parameters follows from.
 *
 * @see Model for what each of them is
 */
public record Shape(
    int layers,
    int hiddenSize,
    int feedForwardSize,
    int vocabulary,
    boolean tiedEmbeddings,
    Attention attention,
    Optional<MixtureOfExperts> experts) {

  /*
   * Beyond these no model was published. They keep every product of sizes inside a long: parameters,
   * and with Excess what 16 GPUs take for the longest contexts of the most sequences,
   * be it with two caches at the peak or a logit in 32 and 16 bit for each of their tokens.
   */
  public static final int MAX_LAYERS = 512;
  public static final int MAX_HIDDEN_SIZE = 1 << 16;
  public static final int MAX_FEED_FORWARD_SIZE = 1 << 17;
  public static final int MAX_VOCABULARY = 1 << 19;
  public static final int MAX_HEADS = 1024;
  public static final int MAX_HEAD_DIM = 1024;
  public static final int MAX_RANK = 1 << 14;
  public static final int MAX_EXPERTS = 1024;

  public static Shape of(Model model) {
    return new Shape(
        model.layers(),
        model.hiddenSize(),
        model.feedForwardSize(),
        model.vocabulary(),
        model.tiedEmbeddings(),
        model.attention(),
        model.experts());
  }

  public Shape withFeedForward(int size) {
    return new Shape(layers, hiddenSize, size, vocabulary, tiedEmbeddings, attention, experts);
  }
}
