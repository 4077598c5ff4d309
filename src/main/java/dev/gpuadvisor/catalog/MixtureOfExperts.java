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
    int experts, int expertsPerToken, int expertSize, int sharedExperts, int layers) {}
