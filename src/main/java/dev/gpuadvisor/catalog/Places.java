package dev.gpuadvisor.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people write for where they want to rent. A region of a provider in the catalogue is meant
 * before a country, a country before a continent.
 */
public final class Places {

  /** {@code Europe (Frankfurt)}, {@code US East (N. Virginia)}: as consoles list regions. */
  private static final Pattern AS_LISTED = Pattern.compile("[^()]+\\((?:[A-Z]\\. )?([^()]+)\\)");

  private static final int MOST_NEAREST = 5;

  private static final Map<String, Whereabouts> WIDE = new HashMap<>();

  static {
    wide(Whereabouts.ANYWHERE, "any", "anywhere", "all", "global", "worldwide", "partout");
    wide(
        Whereabouts.of(Continent.EUROPE, "eu"),
        "eu",
        "europe",
        "europeanunion",
        "emea",
        "ue",
        "gdpr",
        "rgpd");
    wide(
        Whereabouts.of(Continent.NORTH_AMERICA, "north_america"),
        "northamerica",
        "na",
        "amériquedunord",
        "ameriquedunord");
    wide(Whereabouts.of(Continent.SOUTH_AMERICA, "south_america"), "southamerica", "latam");
    wide(Whereabouts.of(Continent.ASIA, "asia"), "asia", "apac", "ap", "asie");
    wide(Whereabouts.of(Continent.AFRICA, "africa"), "africa", "afrique");
    wide(Whereabouts.of(Continent.OCEANIA, "oceania"), "oceania", "océanie", "oceanie");
  }

  private final Map<String, Whereabouts> regions = new TreeMap<>();
  private final List<String> names;

  private Places(Catalog catalog) {
    for (Offer offer : catalog.offers().all()) {
      offer
          .sale()
          .region()
          .ifPresent(
              region ->
                  regions.putIfAbsent(NameIndex.key(region.name()), Whereabouts.ofRegion(region)));
    }
    List<String> all = new ArrayList<>(List.of("any"));
    for (Continent continent : Continent.values()) {
      boolean some =
          catalog.offers().all().stream()
              .flatMap(offer -> offer.sale().region().stream())
              .anyMatch(region -> region.continent().filter(continent::equals).isPresent());
      if (some) {
        all.add(named(continent));
      }
    }
    regions.values().forEach(region -> all.add(region.name()));
    names = List.copyOf(all);
  }

  public static Places of(Catalog catalog) {
    return new Places(catalog);
  }

  private static void wide(Whereabouts meant, String... names) {
    for (String name : names) {
      WIDE.put(name, meant);
    }
  }

  private static String named(Continent continent) {
    return WIDE.values().stream()
        .filter(each -> each.continent().filter(continent::equals).isPresent())
        .map(Whereabouts::name)
        .findFirst()
        .orElseThrow();
  }

  /** What was meant, if it is a place that GPUs are rented in. */
  public Optional<Whereabouts> find(String written) {
    Matcher listed = AS_LISTED.matcher(written);
    return named(written).or(() -> listed.matches() ? named(listed.group(1)) : Optional.empty());
  }

  private Optional<Whereabouts> named(String written) {
    String key = NameIndex.key(written);
    return Optional.ofNullable(regions.get(key))
        .or(() -> Optional.ofNullable(WIDE.get(key)))
        .or(() -> Countries.named(key).map(Whereabouts::ofCountry));
  }

  /** Of a region where nothing is rented, those on its continent; else names that come near. */
  public List<String> nearest(String written) {
    String start = written.toLowerCase(Locale.ROOT).replaceFirst("(?<=^[a-z]{2,20})-.*", "");
    List<String> kin =
        names.stream()
            .filter(name -> name.equals(start) || name.startsWith(start + "-"))
            .limit(MOST_NEAREST)
            .toList();
    return kin.isEmpty() || start.equalsIgnoreCase(written) ? NameIndex.meant(written, names) : kin;
  }

  /** Names that can be given, the widest first. */
  public List<String> names() {
    return names;
  }
}
