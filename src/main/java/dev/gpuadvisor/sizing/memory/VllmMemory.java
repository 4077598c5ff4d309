package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Setting;
import java.util.List;

/**
 * The memory of one GPU as vLLM's own start-up log says it: the share that it takes, less weights,
 * the peak of a worst batch, what lies outside of the framework and, in later releases, the graphs,
 * is cache. Sizes in bytes, of the GPU that decides.
 *
 * @param profile whose rules these are
 * @param settings as the estimate took them: nothing is empty
 * @param total as CUDA reports it
 * @param budget {@code total x gpu_memory_utilization}
 * @param cache what is left for it; below 0 where nothing is
 * @param bytesPerToken of cache, over all layers that keep all tokens
 * @param blocks of cache
 * @param cacheTokens as the log prints them
 * @param maxConcurrency full-length sequences that the cache holds
 * @param typicalConcurrency sequences at a time with requests of the usual size, each halfway
 *     through its answer on average
 * @param largestContext tokens of the longest sequence that it serves, at most what the model takes
 * @param driverShows what nvidia-smi shows under load
 * @param starts whether the server comes up with these settings and serves one full sequence
 * @param toStart what would make it start, each on its own
 */
public record VllmMemory(
    RuntimeProfile profile,
    RuntimeSettings settings,
    long total,
    long budget,
    long weights,
    long activationPeak,
    long nonTorch,
    long graphs,
    long cache,
    long bytesPerToken,
    long blocks,
    long cacheTokens,
    double maxConcurrency,
    int typicalConcurrency,
    int largestContext,
    long driverShows,
    boolean starts,
    List<Remedy> toStart) {

  /**
   * A setting that makes it start.
   *
   * @param setting with the value that it needs at least, or at most
   * @param cache that there is then
   */
  public record Remedy(Setting setting, long cache) {}

  public Parallel parallel() {
    return settings.parallel();
  }
}
