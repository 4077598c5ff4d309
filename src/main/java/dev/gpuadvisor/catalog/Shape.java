package dev.gpuadvisor.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a language model consists of: its layers in groups of one shape each. Memory and the number
 * of parameters follow from it.
 *
 * <p>A layer usually has attention or a recurrent part, and a feed-forward part; some have two
 * parts side by side and some only one, so that each kind of part counts its own layers.
 *
 * @param layers as the model's configuration counts them
 * @param tiedEmbeddings whether the embedding table is the language-model head too, or there is no
 *     head
 * @param attentionLayers by how they attend and what they keep; never empty
 * @param index keys of sparse attention
 * @param recurrent layers with a state of fixed size
 * @param dense feed-forward layers without experts, by size
 * @param gated whether feed-forward parts have three matrices, or two
 */
public record Shape(
    int layers,
    int hiddenSize,
    int vocabulary,
    boolean tiedEmbeddings,
    List<AttentionLayers> attentionLayers,
    Optional<IndexKeys> index,
    Optional<RecurrentLayers> recurrent,
    List<DenseLayers> dense,
    boolean gated,
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

  public Shape {
    attentionLayers = List.copyOf(attentionLayers);
    dense = List.copyOf(dense);
    if (attentionLayers.isEmpty()) {
      throw new IllegalArgumentException("attentionLayers: none");
    }
  }

  /** A dense decoder, all of whose layers are alike. */
  public static Shape uniform(
      int layers,
      int hiddenSize,
      int feedForwardSize,
      int vocabulary,
      boolean tiedEmbeddings,
      Attention attention) {
    return new Shape(
        layers,
        hiddenSize,
        vocabulary,
        tiedEmbeddings,
        List.of(AttentionLayers.full(layers, attention)),
        Optional.empty(),
        Optional.empty(),
        List.of(new DenseLayers(layers, feedForwardSize)),
        true,
        Optional.empty());
  }

  /** The same with feed-forward layers of another size. */
  public Shape withFeedForward(int size) {
    return withFeedForward(List.of(new DenseLayers(layers, size)));
  }

  /** The same with these feed-forward layers. */
  public Shape withFeedForward(List<DenseLayers> dense) {
    return new Shape(
        layers,
        hiddenSize,
        vocabulary,
        tiedEmbeddings,
        attentionLayers,
        index,
        recurrent,
        dense,
        gated,
        experts);
  }

  /** How most layers with a cache of their own attend. */
  public Attention attention() {
    return attentionLayers.get(0).attention();
  }

  /** Intermediate size of the widest dense feed-forward layers; 0 where there are none. */
  public int feedForwardSize() {
    return dense.stream().mapToInt(DenseLayers::size).max().orElse(0);
  }

  /** Layers whose feed-forward part is one matrix for all tokens. */
  public int denseLayers() {
    return dense.stream().mapToInt(DenseLayers::layers).sum();
  }

  /**
   * Parts of all layers, two a layer in most models: what attends or recurs, and what feeds
   * forward. Those that stand side by side in a layer are done with together.
   */
  public int parts() {
    int attending =
        attentionLayers.stream()
            .filter(AttentionLayers::hasWeights)
            .mapToInt(AttentionLayers::layers)
            .sum();
    int mixing = attending + recurrent.map(RecurrentLayers::layers).orElse(0);
    int feeding = denseLayers() + experts.map(MixtureOfExperts::layers).orElse(0);
    return Math.min(2 * layers, mixing + feeding);
  }

  /** The layers that look back so far only, where there are such; those of one window at most. */
  public Optional<SlidingWindow> slidingWindow() {
    return attentionLayers.stream()
        .filter(group -> group.window() > 0 && group.keepsTokens())
        .max(Comparator.comparingInt(AttentionLayers::layers))
        .map(group -> new SlidingWindow(group.window(), group.layers()));
  }

  /** Elements that all layers keep of a sequence of so many tokens, in the type of the cache. */
  public long cacheElements(long tokens) {
    long elements = 0;
    for (AttentionLayers group : attentionLayers) {
      elements += group.elements(tokens);
    }
    return elements;
  }

  /** Bytes of the index of a sequence of so many tokens; 0 without sparse attention. */
  public long indexBytes(long tokens) {
    return index.isPresent() ? index.get().bytes(tokens) : 0;
  }

  /** Whether it keeps anything of a sequence at all: encoders do not. */
  public boolean hasCache() {
    return recurrent.isPresent() || cacheElements(1) + cacheElements(1 << 20) > 0;
  }
}
