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
  /** {@code attention_bias} gives all four matrices a bias. */
  BIAS_IF_SAID,
  /** {@code attention_bias} gives queries, keys and values a bias. */
  QKV_BIAS_IF_SAID
}
