package dev.gpuadvisor.sizing;

/**
 * How far a workload could grow before it no longer fits.
 *
 * @param usableBytes of one GPU
 */
record Limits(Workload workload, MemoryEstimate estimate, long usableBytes, int gpus) {

  int largestContext() {
    int most = Math.min(workload.model().maxContext(), Tokens.MAX_CONTEXT);
    return LargestSize.within(
        usableBytes, most, context -> bytes(workload.tokens().withContext(context)));
  }

  int largestConcurrency() {
    return LargestSize.within(
        usableBytes,
        Tokens.MAX_CONCURRENCY,
        users -> bytes(workload.tokens().withConcurrency(users)));
  }

  private long bytes(Tokens tokens) {
    MemoryEstimate other = estimate.at(workload.with(tokens));
    return GpuShare.fullestBytes(workload, other, gpus);
  }
}
