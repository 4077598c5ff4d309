package dev.gpuadvisor.parameter;

/** What an answer that is a list is written in. */
public enum TableFormat {
  JSON,
  CSV
}
