package dev.gpuadvisor.function.runtime;

import java.io.IOException;
import java.io.InputStream;

/**
 * How replies of one kind are waited for. The first moment is spent awake: a core with nothing to
 * do goes to sleep, and takes up to a tenth of a millisecond to wake, which is a quarter of an
 * answer. Where nothing has come within that moment the next waits sleep from the start, twice as
 * many each time.
 */
final class WakefulWait {

  private static final long NANOS = 200_000;
  private static final int MOST_ASLEEP = 255;

  private final int mostMillis;
  private int asleep;
  private int left;

  /**
   * @param mostMillis how long the server may take before it replies; 0 for as long as ever
   */
  WakefulWait(int mostMillis) {
    this.mostMillis = mostMillis;
  }

  int mostMillis() {
    return mostMillis;
  }

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
