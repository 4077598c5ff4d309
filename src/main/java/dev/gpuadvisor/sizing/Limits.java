package dev.gpuadvisor.sizing;

/**
 * How far a task could grow before it no longer fits.
 *
 * @param usableBytes of one GPU
 */
record Limits(Workload task, MemoryEstimate estimate, long usableBytes, int gpus) implements Room {

  @Override
  public int largestContext() {
    int most = Math.min(task.model().maxContext(), task.longest());
    return LargestSize.within(usableBytes, most, length -> bytes(task.withLength(length)));
  }

  @Override
  public int largestConcurrency() {
    return LargestSize.within(
        usableBytes, task.mostSequences(), sequences -> bytes(task.withSequences(sequences)));
  }

  private long bytes(Workload other) {
    return GpuShare.fullestBytes(other, other.resized(estimate), gpus);
  }
}
