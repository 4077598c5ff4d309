package dev.gpuadvisor.catalog;

/**
 * Feed-forward layers that every token goes through whole.
 *
 * @param layers may be 0: configurations of models with nothing but experts name a size too
 * @param size intermediate values of a token
 */
public record DenseLayers(int layers, int size) {}
