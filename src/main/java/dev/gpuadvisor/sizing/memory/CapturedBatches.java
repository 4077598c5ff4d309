package dev.gpuadvisor.sizing.memory;

/** Batch sizes of which vLLM captures graphs. */
final class CapturedBatches {

  /** Those that are captured at most, of mixed steps and of others. */
  private static final int MOST = 102;

  private static final int LARGEST = 512;

  private CapturedBatches() {}

  /** Of all that may be captured: for mixed steps up to twice the sequences, else up to these. */
  static double share(int sequences) {
    return (double) (sizes(2 * sequences) + sizes(sequences)) / MOST;
  }

  /**
   * The largest of them, which is captured first and takes what the others share, of the largest
   * that there may be.
   */
  static double largest(int sequences) {
    return Math.min(LARGEST, 2.0 * sequences) / LARGEST;
  }

  /** 1, 2, 4, each eighth to 256, each sixteenth to 512. */
  private static int sizes(int most) {
    int small = most >= 4 ? 3 : most >= 2 ? 2 : 1;
    return small
        + Math.min(most, 256) / 8
        - (most >= 256 ? 1 : 0)
        + Math.max(0, Math.min(most, LARGEST) - 240) / 16;
  }
}
