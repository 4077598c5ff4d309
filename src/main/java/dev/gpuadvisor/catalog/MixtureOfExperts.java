package dev.gpuadvisor.catalog;

/**
 * Feed-forward layers of which each token uses only a few.
 *
 * @param experts routed experts in a layer
 * @param expertsPerToken routed experts that a token uses
 * @param expertSize intermediate size of one routed expert
 * @param sharedExperts experts that every token uses, besides the routed ones
 * @param layers layers that have experts; the others are dense
 */
public record MixtureOfExperts(
    int experts, int expertsPerToken, int expertSize, int sharedExperts, int layers) {

  /** Share of the routed experts' weights that one token uses. */
  public double activeShare() {
    return (double) expertsPerToken / experts;
  }

  /** Intermediate values that one token has in such a layer. */
  public int activeSize() {
    return (expertsPerToken + sharedExperts) * expertSize;
  }
}
