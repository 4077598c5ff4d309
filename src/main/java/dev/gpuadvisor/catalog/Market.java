package dev.gpuadvisor.catalog;

/** On what conditions an offer is sold. */
public enum Market {
  /** For as long as one likes. */
  ON_DEMAND,
  /** Cheaper, and the provider may take it back at any time. */
  SPOT,
  /** Cheaper, and to be paid for the whole term. */
  RESERVED
}
