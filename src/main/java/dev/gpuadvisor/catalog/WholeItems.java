package dev.gpuadvisor.catalog;

/** What a server does with steps too small for the largest image, where a model wants it whole. */
public enum WholeItems {
  /** Nobody looks. */
  CUT,
  /** It does not start. */
  REFUSED,
  /** They are made larger where nobody says how large they are; else it does not start. */
  RAISED
}
