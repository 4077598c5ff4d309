package dev.gpuadvisor.catalog;

/**
 * Feed-forward layers of which each token uses only a few.
 *
 * @param experts routed experts in a layer
 * @param expertsPerToken routed experts that a token uses
 * @param expertSize intermediate size of one routed expert
 * @param sharedSize intermediate size of all experts together that every token uses besides
 * @param layers layers that have experts; the others are dense
 * @param width size that routed experts take and give; 0 for the model's hidden size
 * @param otherExpertSize intermediate size of as many experts of a second group, for images (ERNIE
 *     4.5 VL); 0 without
 */
public record MixtureOfExperts(
    int experts,
    int expertsPerToken,
    int expertSize,
    int sharedSize,
    int layers,
    int width,
    int otherExpertSize) {

  /** One group of experts in the model's hidden size, shared ones of the same size. */
  public static MixtureOfExperts of(
      int experts, int expertsPerToken, int expertSize, int sharedExperts, int layers) {
    return new MixtureOfExperts(
        experts, expertsPerToken, expertSize, sharedExperts * expertSize, layers, 0, 0);
  }

  /** Shared experts, were they of the size of the routed ones. */
  public int sharedExperts() {
    return (sharedSize + expertSize - 1) / expertSize;
  }

  /** Share of the routed experts' weights that one token uses. */
  public double activeShare() {
    return (double) expertsPerToken / experts;
  }

  /** Intermediate values that one token has in such a layer. */
  public int activeSize() {
    return expertsPerToken * expertSize + sharedSize;
  }

  /** Size that routed experts take and give. */
  public int width(int hiddenSize) {
    return width == 0 ? hiddenSize : width;
  }
}
