package dev.gpuadvisor.catalog;

import java.util.Optional;

/**
 * Where somebody wants to rent: anywhere, on a continent, in a country, or in a region by the name
 * that its provider gives it.
 *
 * @param name what to call it
 * @param continent empty where it does not matter, or follows from what is narrower
 * @param country ISO 3166-1 alpha-2; empty where it does not matter
 * @param region a provider's own name, as a key of {@link NameIndex}; empty where it does not
 *     matter
 * @param outside whether anywhere else is meant
 */
public record Whereabouts(
    String name,
    Optional<Continent> continent,
    Optional<String> country,
    Optional<String> region,
    boolean outside) {

  public static final Whereabouts ANYWHERE =
      new Whereabouts("any", Optional.empty(), Optional.empty(), Optional.empty(), false);

  static Whereabouts of(Continent continent, String name) {
    return new Whereabouts(name, Optional.of(continent), Optional.empty(), Optional.empty(), false);
  }

  static Whereabouts ofCountry(String country) {
    return new Whereabouts(
        country, Optional.empty(), Optional.of(country), Optional.empty(), false);
  }

  static Whereabouts ofRegion(Region region) {
    return new Whereabouts(
        region.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(NameIndex.key(region.name())),
        false);
  }

  /** Everywhere else. */
  public Whereabouts elsewhere() {
    return new Whereabouts(name, continent, country, region, true);
  }

  public boolean isAnywhere() {
    return continent.isEmpty() && country.isEmpty() && region.isEmpty();
  }

  /** Whether what is sold so is sold there; of a price without a region nobody knows. */
  public boolean covers(Sale sale) {
    return isAnywhere()
        || sale.region().filter(other -> outside ? isElsewhere(other) : covers(other)).isPresent();
  }

  /** What a provider calls a region and is no place may be anywhere. */
  private boolean isElsewhere(Region other) {
    return other.continent().isPresent() && !covers(other);
  }

  private boolean covers(Region other) {
    return region.isPresent()
        ? NameIndex.key(other.name()).equals(region.get())
        : country.isPresent()
            ? other.country().equals(country)
            : other.continent().equals(continent);
  }
}
