package dev.gpuadvisor.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
 * @param several places that are all meant, or left out; each by itself says which. Empty for one
 */
public record Whereabouts(
    String name,
    Optional<Continent> continent,
    Optional<String> country,
    Optional<String> region,
    boolean outside,
    List<Whereabouts> several) {

  public static final Whereabouts ANYWHERE =
      new Whereabouts("any", Optional.empty(), Optional.empty(), Optional.empty());

  private Whereabouts(
      String name,
      Optional<Continent> continent,
      Optional<String> country,
      Optional<String> region) {
    this(name, continent, country, region, false, List.of());
  }

  static Whereabouts of(Continent continent, String name) {
    return new Whereabouts(name, Optional.of(continent), Optional.empty(), Optional.empty());
  }

  static Whereabouts ofCountry(String country) {
    return new Whereabouts(country, Optional.empty(), Optional.of(country), Optional.empty());
  }

  static Whereabouts ofRegion(Region region) {
    return new Whereabouts(
        region.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(NameIndex.key(region.name())));
  }

  /** Any of several places, and none of those that are left out. */
  public static Whereabouts any(List<Whereabouts> places) {
    List<Whereabouts> narrow = places.stream().filter(place -> !place.isAnywhere()).toList();
    boolean open = places.stream().anyMatch(place -> place.isAnywhere());
    List<Whereabouts> meant = open ? narrow.stream().filter(Whereabouts::outside).toList() : narrow;
    if (meant.size() < 2) {
      return meant.isEmpty() ? ANYWHERE : meant.get(0);
    }
    boolean outside = meant.stream().allMatch(Whereabouts::outside);
    String name =
        meant.stream()
            .map(place -> (place.outside && !outside ? "not-" : "") + place.name)
            .distinct()
            .collect(Collectors.joining(", "));
    return new Whereabouts(
        name, Optional.empty(), Optional.empty(), Optional.empty(), outside, meant);
  }

  /** Everywhere else. */
  public Whereabouts elsewhere() {
    return new Whereabouts(name, continent, country, region, true, several);
  }

  public boolean isAnywhere() {
    return continent.isEmpty() && country.isEmpty() && region.isEmpty() && several.isEmpty();
  }

  /** Whether what is sold so is sold there; of a price without a region nobody knows. */
  public boolean covers(Sale sale) {
    if (several.isEmpty()) {
      return isAnywhere()
          || sale.region()
              .filter(other -> outside ? isElsewhere(other) : covers(other))
              .isPresent();
    }
    return (outside || several.stream().anyMatch(place -> !place.outside && place.covers(sale)))
        && several.stream().allMatch(place -> !place.outside || place.covers(sale));
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
