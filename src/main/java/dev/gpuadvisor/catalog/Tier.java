package dev.gpuadvisor.catalog;

/** The provider's class of an offer. */
public enum Tier {
  STANDARD,
  PRO
}
