package dev.gpuadvisor.catalog;

/** What is part of a price besides the GPUs. */
public enum Included {
  CPU,
  MEMORY,
  DISK
}
