package dev.gpuadvisor.catalog;

/**
 * Layers that only look back a fixed number of tokens, so that their KV cache stops growing there.
 *
 * @param window tokens that such a layer keeps
 * @param layers how many layers do so; the others keep everything
 */
public record SlidingWindow(int window, int layers) {}
