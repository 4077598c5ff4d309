package dev.gpuadvisor.catalog;

import java.util.Optional;

/**
 * Where an offer is rented.
 *
 * @param name as the provider writes it, {@code us-east-1}
 * @param country ISO 3166-1 alpha-2, {@code US}; empty where the provider does not say
 * @param continent empty where what the provider calls a region is no place
 */
public record Region(String name, Optional<String> country, Optional<Continent> continent) {

  /** No place that anybody knows. */
  public static Region named(String name) {
    return new Region(name, Optional.empty(), Optional.empty());
  }
}
