package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Prices that somebody else collected, which an import is held against: the CSV of gpuhunt (also in
 * its zip) or of SkyPilot. No list is ever made of them: neither has a date, and parts are kept by
 * hand. Memory sizes are not read, which SkyPilot writes in several units.
 */
final class SecondSource {

  private static final BigDecimal TOLERANCE = new BigDecimal("0.02");

  private final Map<String, BigDecimal> prices = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  private SecondSource() {}

  static SecondSource none() {
    return new SecondSource();
  }

  static SecondSource read(Path file) throws IOException {
    SecondSource source = new SecondSource();
    try (InputStream in = Files.newInputStream(file)) {
      if (file.toString().endsWith(".zip")) {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
          if (each.getName().endsWith(".csv")) {
            source.rows(new BufferedReader(new InputStreamReader(zip, UTF_8)));
          }
        }
      } else {
        source.rows(new BufferedReader(new InputStreamReader(Unzipped.of(in), UTF_8)));
      }
    }
    return source;
  }

  private void rows(BufferedReader in) throws IOException {
    Csv rows =
        Csv.open(
            in,
            row ->
                row.containsAll(List.of("instance_name", "price"))
                    || row.containsAll(List.of("InstanceType", "Price")));
    for (Optional<Csv.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
      Csv.Row row = next.get();
      if (row.columns().containsKey("instance_name")) {
        boolean spot = row.get("spot").equalsIgnoreCase("true");
        add(row.get("instance_name"), row.get("location"), spot, row.get("price"));
      } else {
        add(row.get("InstanceType"), row.get("Region"), false, row.get("Price"));
        add(row.get("InstanceType"), row.get("Region"), true, row.get("SpotPrice"));
      }
    }
  }

  private void add(String name, String region, boolean spot, String price) {
    if (!price.matches("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
        || new BigDecimal(price).signum() == 0) {
      return;
    }
    String market = spot ? " spot" : "";
    put(name + " " + region + market, new BigDecimal(price));
    put(name + market, new BigDecimal(price));
  }

  /** What has several prices has none, unless a region tells them apart. */
  private void put(String key, BigDecimal price) {
    BigDecimal other = prices.putIfAbsent(key, price);
    if (other != null && other.compareTo(price) != 0) {
      ambiguous.add(key);
    }
  }

  /** What it says of a provider's key, if that is one of its own. */
  Optional<BigDecimal> price(String key) {
    return ambiguous.contains(key) ? Optional.empty() : Optional.ofNullable(prices.get(key));
  }

  /** Whether it says the same, up to rounding. */
  boolean confirms(String key, BigDecimal price) {
    return price(key)
        .filter(other -> other.subtract(price).abs().compareTo(price.multiply(TOLERANCE)) <= 0)
        .isPresent();
  }
}
