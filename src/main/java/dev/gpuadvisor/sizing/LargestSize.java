package dev.gpuadvisor.sizing;

import java.util.function.IntToLongFunction;

/**
 * The largest size whose memory stays within a limit. Memory only grows with size, and nearly on a
 * straight line, so the line through two known sizes points to the limit: a few sizes are asked for
 * instead of the twenty of halving, which steps in where the line bends.
 */
public final class LargestSize {

  private final IntToLongFunction bytes;
  private final long limit;
  private int fits;
  private long fitsBytes;
  private int refused;
  private long refusedBytes;

  private LargestSize(IntToLongFunction bytes, long limit) {
    this.bytes = bytes;
    this.limit = limit;
  }

  /**
   * @param most the largest size that counts, at least 1
   * @return 0 where not even 1 stays within the limit
   */
  public static int within(long limit, int most, IntToLongFunction bytes) {
    long least = bytes.applyAsLong(1);
    if (least > limit) {
      return 0;
    }
    LargestSize search = new LargestSize(bytes, limit);
    search.fits = 1;
    search.fitsBytes = least;
    search.refused = most;
    search.refusedBytes = bytes.applyAsLong(most);
    return search.refusedBytes <= limit ? most : search.run();
  }

  /**
   * The same where memory falls behind a size: V0 of vLLM takes prompts whole up to some length and
   * cuts longer ones, so that one which is just too long may fit where a shorter one does not.
   *
   * @param fall behind which it falls; 0 where it never does
   */
  public static int within(long limit, int most, int fall, IntToLongFunction bytes) {
    int behind =
        fall > 0 && most > fall
            ? within(limit, most - fall, more -> bytes.applyAsLong(fall + more))
            : 0;
    return behind > 0 ? fall + behind : within(limit, most, bytes);
  }

  private int run() {
    for (int step = 0; refused - fits > 1; step++) {
      // On a straight line the second guess is the neighbour that ends the search.
      int guess = step % 3 == 2 ? fits + (refused - fits) / 2 : onLine();
      long guessBytes = bytes.applyAsLong(guess);
      if (guessBytes <= limit) {
        fits = guess;
        fitsBytes = guessBytes;
      } else {
        refused = guess;
        refusedBytes = guessBytes;
      }
    }
    return fits;
  }

  /** Where the line through both known sizes meets the limit, strictly between them. */
  private int onLine() {
    double share = (double) (limit - fitsBytes) / (refusedBytes - fitsBytes);
    int guess = fits + (int) (share * (refused - fits));
    return Math.max(fits + 1, Math.min(refused - 1, guess));
  }
}
