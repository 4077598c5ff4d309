package dev.gpuadvisor.catalog;

/** What a model is for, as far as it decides what is kept and what is made. */
public enum ModelKind {
  /** Generates text token by token. */
  GENERATOR,
  /** Embeddings and rerankers: all tokens at once, nothing is kept, nothing is generated. */
  ENCODER,
  /** Text from sound. Its length is that of the sound, and tokens a second say nothing. */
  SPEECH
}
