package dev.gpuadvisor.catalog;

/** Where a region lies, at the least. */
public enum Continent {
  EUROPE,
  NORTH_AMERICA,
  SOUTH_AMERICA,
  ASIA,
  AFRICA,
  OCEANIA
}
