package dev.gpuadvisor.sizing;

import java.util.function.IntPredicate;

/**
 * How far a workload could grow before it no longer fits. Memory only grows with tokens and
 * sequences, so halving finds the limit.
 *
 * @param usableBytes of one GPU
 */
record Limits(Workload workload, MemoryEstimate estimate, long usableBytes, int gpus) {

  int largestContext() {
    int most = Math.min(workload.model().maxContext(), Tokens.MAX_CONTEXT);
    return largest(most, context -> fits(workload.tokens().withContext(context)));
  }

  int largestConcurrency() {
    return largest(Tokens.MAX_CONCURRENCY, users -> fits(workload.tokens().withConcurrency(users)));
  }

  private boolean fits(Tokens tokens) {
    MemoryEstimate other = estimate.at(workload.with(tokens));
    return GpuShare.fullestBytes(workload, other, gpus) <= usableBytes;
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
