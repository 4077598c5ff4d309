package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.Model;

/**
 * A worst step, measured when the server starts: the widest layer with as many tokens as a step may
 * have, or the sampler with as many sequences, whichever takes more. Captured graphs come on top.
 *
 * <p>A server is started with its usual limits, and with higher ones only where the caller wants
 * more sequences at a time than these allow: each of them needs a token of a step and a place in
 * the sampler.
 *
 * @param paged the usual limits
 * @param fixedBytes of one GPU, whatever runs
 * @param bytesPerToken of the widest layer
 * @param bytesPerSequence of the sampler
 */
record PagedActivations(Paged paged, long fixedBytes, long bytesPerToken, double bytesPerSequence)
    implements Activations {

  private static final long MIB = 1L << 20;
  private static final int BYTES_16_BIT = 2;

  static PagedActivations of(Paged paged, Model model) {
    long vectors = 2L * model.hiddenSize() + 3L * model.activeFeedForwardSize();
    return new PagedActivations(
        paged,
        (paged.baseMib() + paged.cudaGraphsMib()) * MIB,
        vectors * BYTES_16_BIT,
        paged.bytesPerLogit() * model.vocabulary());
  }

  @Override
  public long bytes(Tokens tokens, long cacheBytes) {
    long layer = Math.max(paged.batchedTokens(), tokens.concurrency()) * bytesPerToken;
    long sampler = Math.round(Math.max(paged.sequences(), tokens.concurrency()) * bytesPerSequence);
    return fixedBytes + Math.max(layer, sampler);
  }
}
