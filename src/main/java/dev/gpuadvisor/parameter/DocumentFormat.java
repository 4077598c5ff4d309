package dev.gpuadvisor.parameter;

/** What a document is written in. */
public enum DocumentFormat {
  MARKDOWN,
  HTML
}
