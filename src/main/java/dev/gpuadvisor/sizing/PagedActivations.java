package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.Model;

/**
 * A worst step, measured when the server starts: the widest layer with as many tokens as a step may
 * have, or the sampler with as many sequences, whichever takes more. Captured graphs come on top.
 *
 * @param bytes of one GPU
 */
record PagedActivations(long bytes) implements Activations {

  private static final long MIB = 1L << 20;
  private static final int BYTES_16_BIT = 2;

  static PagedActivations of(Paged paged, Model model) {
    long vectors = 2L * model.hiddenSize() + 3L * model.activeFeedForwardSize();
    long layer = paged.batchedTokens() * vectors * BYTES_16_BIT;
    long sampler =
        Math.round(paged.bytesPerLogit() * paged.sequences() * (double) model.vocabulary());
    long fixed = (paged.baseMib() + paged.cudaGraphsMib()) * MIB;
    return new PagedActivations(fixed + Math.max(layer, sampler));
  }

  @Override
  public long bytes(Tokens tokens, long cacheBytes) {
    return bytes;
  }
}
