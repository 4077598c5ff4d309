package dev.gpuadvisor.function.runtime;

import java.io.IOException;
import java.io.InputStream;

/**
 * The first moment of a wait, spent awake: a core with nothing to do goes to sleep, and takes up to
 * a tenth of a millisecond to wake, which is a quarter of an answer. Where nothing has come within
 * that moment the next waits sleep from the start, twice as many each time.
 */
final class WakefulWait {

  private static final long NANOS = 200_000;
  private static final int MOST_ASLEEP = 255;

  private int asleep;
  private int left;

  /** Ends when there is something to read, or the moment has passed. */
  void await(InputStream in) throws IOException {
    if (left > 0) {
      left--;
      return;
    }
    long start = System.nanoTime();
    while (in.available() == 0) {
      if (System.nanoTime() - start > NANOS) {
        asleep = Math.min(2 * asleep + 1, MOST_ASLEEP);
        left = asleep;
        return;
      }
      Thread.onSpinWait();
    }
    asleep = 0;
  }
}
