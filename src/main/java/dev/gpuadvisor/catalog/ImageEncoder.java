package dev.gpuadvisor.catalog;

/**
 * What turns images into tokens beside a language model: patches go through layers of attention and
 * feed-forward parts, and several of them become one token.
 *
 * @param hidden size of the vector of a patch
 * @param feedForward intermediate size of its layers
 * @param gated whether feed-forward parts have a gate
 * @param positions how a patch learns where it is
 * @param patchValues numbers of one patch: colours x frames x height x width
 * @param patches of the largest image that its processor makes by default, all tiles together
 * @param tokens that this image becomes
 * @param deepFeatures how often inner layers are handed to the language model besides, as vectors
 *     of its size
 * @param longestVideo how many times the largest image a video becomes at most; 1 where videos are
 *     made no larger than images
 */
public record ImageEncoder(
    int hidden,
    int feedForward,
    boolean gated,
    Positions positions,
    int patchValues,
    int patches,
    int tokens,
    int deepFeatures,
    int longestVideo) {

  /** How a patch learns where it is. */
  public enum Positions {
    /** A vector of a table is added to it. */
    TABLE,
    /** Queries and keys are turned. */
    TURNED,
    /** The same, always in 32 bit. */
    TURNED_IN_32_BIT,
    /** Both. */
    TABLE_AND_TURNED
  }

  public boolean turns() {
    return positions != Positions.TABLE;
  }

  /**
   * Whether positions have a time besides height and width: where a patch spans two frames, so that
   * its numbers are three colours of no square.
   */
  public boolean countsTime() {
    int pixels = patchValues / 3;
    int side = (int) Math.round(Math.sqrt(pixels));
    return side * side != pixels;
  }

  public boolean hasTable() {
    return positions == Positions.TABLE || positions == Positions.TABLE_AND_TURNED;
  }
}
