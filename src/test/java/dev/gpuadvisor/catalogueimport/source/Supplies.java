package dev.gpuadvisor.catalogueimport.source;

import dev.gpuadvisor.catalog.Supply;
import java.util.Locale;

/** What providers call their stock. */
final class Supplies {

  private static final int SOME = 1;
  private static final int SEVERAL = 5;
  private static final int MANY = 20;

  private Supplies() {}

  static Supply named(String state) {
    return switch (state.toLowerCase(Locale.ROOT)) {
      case "high", "available" -> Supply.HIGH;
      case "medium" -> Supply.MEDIUM;
      case "low", "low_availability", "scarce" -> Supply.LOW;
      case "none", "not_available", "reserved", "deprecated", "shortage" -> Supply.NONE;
      default -> Supply.UNKNOWN;
    };
  }

  /** By how many can be rented now. */
  static Supply counted(int free) {
    if (free < SOME) {
      return Supply.NONE;
    }
    if (free < SEVERAL) {
      return Supply.LOW;
    }
    return free < MANY ? Supply.MEDIUM : Supply.HIGH;
  }

  /** By yes or no, which says nothing of how much there is. */
  static Supply whether(boolean available) {
    return available ? Supply.MEDIUM : Supply.NONE;
  }

  static Supply better(Supply one, Supply other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
