package dev.gpuadvisor.catalog;

/**
 * How much stock a provider shows for an offer, from least to most. An indicator, not a promise.
 */
public enum Supply {
  LOW,
  MEDIUM,
  HIGH;

  public boolean atLeast(Supply other) {
    return compareTo(other) >= 0;
  }
}
