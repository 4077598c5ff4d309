package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.memory.VllmActivations;

/**
 * What vLLM takes besides weights and cache on one GPU of a card that is not known: the peak of its
 * worst step with the limits of the smaller cards, and graphs. On a known card its own accounting
 * counts instead.
 *
 * <p>A server is started with its usual limits, and with higher ones only where the caller wants
 * more sequences at a time than these allow: each of them needs a token of a step and a place in
 * the sampler.
 *
 * @param rule of the peak
 * @param fixedBytes whatever runs
 */
record PagedActivations(
    Paged paged, RuntimeSettings settings, VllmActivations rule, long fixedBytes)
    implements Activations {

  private static final long MIB = 1L << 20;

  static PagedActivations of(Paged release, Workload workload, Quantization format) {
    Paged paged = release.of(workload.model());
    RuntimeSettings settings = workload.settings();
    double graphs =
        settings.eager()
            ? 0
            : paged.graphs().baseMib() + paged.graphs().layerMib() * workload.model().layers();
    return new PagedActivations(
        paged,
        settings,
        new VllmActivations(paged, workload.model(), format, Parallel.tensor(1)),
        paged.nonTorch().aloneMib() * MIB + Math.round(graphs * MIB));
  }

  @Override
  public long bytes(Tokens tokens, long cacheBytes) {
    int usual = Math.max(paged.defaults().sequences(), tokens.concurrency());
    int sequences = settings.maxNumSeqs().orElse(usual);
    int step = rule.stepTokens(paged.defaults().tokens(), tokens.context());
    int stepTokens = settings.maxNumBatchedTokens().orElse(Math.max(step, sequences));
    return fixedBytes + rule.peak(sequences, stepTokens, tokens.context(), true, settings.eager());
  }
}
