package dev.gpuadvisor.unlisted;

/** What differs from Llama besides small tensors. */
enum Trait {
  /** Head and embeddings are one table where the configuration does not say. */
  TIED,
  UNGATED,
  GATED_QUERY,
  LATENT,
  EXPERTS,
  HYBRID,
  /** A window that is given is that of all layers. */
  WINDOW,
  /** {@code attention_bias} gives queries, keys and values a bias, and the output none. */
  NO_OUTPUT_BIAS
}
