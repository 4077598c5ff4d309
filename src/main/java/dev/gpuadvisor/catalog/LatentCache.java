package dev.gpuadvisor.catalog;

/** What llama.cpp keeps of latent attention: all heads, its vector and values, or that alone. */
public enum LatentCache {
  EXPANDED,
  WITH_VALUES,
  COMPRESSED
}
