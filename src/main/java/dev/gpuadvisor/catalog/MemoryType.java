package dev.gpuadvisor.catalog;

/** The kind of memory that a card has: how much of its bandwidth a program gets depends on it. */
public enum MemoryType {
  GDDR,
  HBM
}
