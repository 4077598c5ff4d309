package dev.gpuadvisor.sizing;

import java.util.function.IntPredicate;

/**
 * How far a task could grow before it no longer fits. Memory only grows with tokens and sequences,
 * so halving finds the limit.
 *
 * @param usableBytes of one GPU
 */
record Limits(Task task, MemoryEstimate estimate, long usableBytes, int gpus) {

  int largestContext() {
    int most = Math.min(task.model().maxContext(), task.longest());
    return largest(most, length -> fits(task.withLength(length)));
  }

  int largestConcurrency() {
    return largest(task.mostSequences(), sequences -> fits(task.withSequences(sequences)));
  }

  private boolean fits(Task other) {
    MemoryEstimate resized = other.resized(estimate);
    return LayerSplit.fullestBytes(task.model(), resized, gpus) <= usableBytes;
  }

  private static int largest(int most, IntPredicate fits) {
    int known = 0;
    int refused = most + 1;
    while (refused - known > 1) {
      int middle = known + (refused - known) / 2;
      if (fits.test(middle)) {
        known = middle;
      } else {
        refused = middle;
      }
    }
    return known;
  }
}
