package dev.gpuadvisor.catalog;

import java.util.List;

/**
 * Layers that attend in the same way and keep the same of a sequence.
 *
 * @param window tokens back that such a layer sees and keeps; 0 where it sees all
 * @param tokensPerEntry tokens that share one entry of the cache; 1 but for compressed caches
 */
public record AttentionLayers(
    int layers, Attention attention, int window, int tokensPerEntry, Keeps keeps) {

  /** What of a sequence stays in such a layer. */
  public enum Keeps {
    /** Keys and values of its tokens. */
    TOKENS,
    /** The same: a window that does not move with the tokens but jumps, chunk by chunk. */
    CHUNKS,
    /** Nothing: it reads the cache of an earlier layer, and has no key and value matrices. */
    SHARED,
    /** Nothing: an encoder reads all tokens at once and keeps none. */
    NOTHING,
    /**
     * Keys and values of an encoded image or sound: as many entries as the window, whatever the
     * text.
     */
    ENCODED,
    /** Further, compressed entries of layers that another group counts. */
    COMPRESSED
  }

  /** Layers that see and keep everything. */
  public static AttentionLayers full(int layers, Attention attention) {
    return sliding(layers, attention, 0);
  }

  /** Layers that look back so far, or over everything where the window is 0. */
  public static AttentionLayers sliding(int layers, Attention attention, int window) {
    return new AttentionLayers(layers, attention, window, 1, Keeps.TOKENS);
  }

  /**
   * Layers of one attention of which some, or all, look back so far only.
   *
   * @param keeps of those
   */
  public static List<AttentionLayers> some(
      int layers, Attention attention, int slidingLayers, int window, Keeps keeps) {
    AttentionLayers sliding = new AttentionLayers(slidingLayers, attention, window, 1, keeps);
    return slidingLayers == layers
        ? List.of(sliding)
        : List.of(full(layers - slidingLayers, attention), sliding);
  }

  /** The same layers where all tokens are read at once, and nothing of them stays. */
  public AttentionLayers keepingNothing() {
    return new AttentionLayers(layers, attention, window, tokensPerEntry, Keeps.NOTHING);
  }

  /** Cache entries of one such layer for one sequence of that length. */
  public long entries(long tokens) {
    return switch (keeps) {
      case SHARED, NOTHING -> 0;
      case ENCODED -> window;
      case TOKENS, CHUNKS, COMPRESSED -> within(tokens) / tokensPerEntry;
    };
  }

  /** Cache elements of all these layers for one sequence of that length. */
  public long elements(long tokens) {
    return layers * entries(tokens) * attention.kvElementsPerTokenAndLayer();
  }

  /** Tokens that a query sees at most. */
  public long within(long tokens) {
    return window == 0 ? tokens : Math.min(tokens, window);
  }

  /** Whether weights belong to them, and not to the group that they add entries to. */
  public boolean hasWeights() {
    return keeps != Keeps.COMPRESSED;
  }

  /** Whether keys and values of its tokens stay, of all or of the last. */
  public boolean keepsTokens() {
    return keeps == Keeps.TOKENS || keeps == Keeps.CHUNKS;
  }
}
