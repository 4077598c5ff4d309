package dev.gpuadvisor.catalog;

import java.util.Optional;

/**
 * vLLM's cache in blocks.
 *
 * @param groups whether layers that keep different things share the memory in groups of equal size;
 *     without, all layers keep all tokens
 * @param latentPadding what a latent entry is rounded up to, in elements; 1 for none
 * @param stateBlocks blocks of recurrent state for each sequence
 * @param stepsInFlight steps whose tokens a window keeps besides
 * @param printsCapacity whether its log gives the tokens that full-length sequences have together
 */
public record PagedCache(
    boolean groups, int latentPadding, int stateBlocks, int stepsInFlight, boolean printsCapacity) {

  /**
   * With prefix caching, where it is asked for or not, the state at the end of a block is kept
   * besides the running one; each token that is drafted in a step has a state of its own.
   */
  public PagedCache with(Optional<Boolean> prefixCaching, int drafted) {
    int blocks = prefixCaching.map(on -> on ? 2 : 1).orElse(stateBlocks) + drafted;
    return new PagedCache(groups, latentPadding, blocks, stepsInFlight, printsCapacity);
  }
}
