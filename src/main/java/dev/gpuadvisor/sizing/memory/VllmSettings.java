package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Workload;

/**
 * The settings that an estimate counts with. Where the caller names neither a release nor a share,
 * the share is raised as far as the card allows before a set-up is called impossible; and where
 * layers have a state, no more sequences are taken than there are blocks for.
 */
record VllmSettings(Workload workload, VllmSizing sizing, int length, int concurrency) {

  /** Whether the caller leaves the share to us. */
  boolean isFree() {
    return workload.runtime().isDefault() && workload.settings().gpuMemoryUtilization().isEmpty();
  }

  RuntimeSettings chosen() {
    RuntimeSettings asked = workload.settings().withParallel(sizing.parallel());
    RuntimeSettings chosen = asked;
    if (isFree() && asked.maxNumSeqs().isEmpty()) {
      chosen = withFewerSequences(asked);
    }
    return isFree() ? withLargerShare(chosen) : chosen;
  }

  /** The same with every default spelled out. */
  RuntimeSettings stated(RuntimeSettings settings) {
    double share = settings.gpuMemoryUtilization().orElse(workload.runtime().usableFraction());
    return settings.withDefaults(
        share,
        sizing.sequences(settings, concurrency),
        sizing.tokens(settings, length, concurrency));
  }

  private RuntimeSettings withFewerSequences(RuntimeSettings asked) {
    RuntimeSettings fewer = asked;
    int sequences = sizing.sequences(asked, concurrency);
    while (sequences > concurrency && !sizing.hasBlocksForAll(fewer, length, concurrency)) {
      sequences = Math.max(concurrency, sequences / 2);
      fewer = asked.withSequences(sequences);
    }
    return fewer;
  }

  private RuntimeSettings withLargerShare(RuntimeSettings asked) {
    long needed = sizing.required(asked, length, concurrency);
    if (needed <= sizing.budget(asked)) {
      return asked;
    }
    double share = Math.ceil(100.0 * needed / sizing.totalBytes()) / 100;
    return share <= sizing.largestShare() ? asked.withUtilization(share) : asked;
  }
}
