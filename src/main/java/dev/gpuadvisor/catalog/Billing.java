package dev.gpuadvisor.catalog;

/** The smallest unit of time that a provider charges. */
public enum Billing {
  PER_SECOND,
  PER_MINUTE,
  PER_HOUR
}
