package dev.gpuadvisor.api.input;

/** What a document is written in. */
public enum DocumentFormat {
  MARKDOWN,
  HTML
}
