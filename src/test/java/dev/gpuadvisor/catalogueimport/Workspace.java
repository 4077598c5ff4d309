package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of the catalogue that an import may change. */
final class Workspace {

  static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  private static final HttpPages.Patience PATIENCE =
      new HttpPages.Patience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofMillis(5),
          Duration.ofSeconds(1));

  private final Path directory;
  private Set<String> accepted = Set.of();
  private Optional<String> second = Optional.empty();
  private Optional<String> from = Optional.empty();
  private LocalDate day = DAY;
  private Map<String, String> environment =
      Map.of(
          "RUNPOD_API_KEY", "k1",
          "HF_TOKEN", "k2",
          "HF_NAMESPACE", "me",
          "GCP_API_KEY", "k3",
          "LAMBDA_API_KEY", "k4",
          "SHADEFORM_API_KEY", "k5",
          "DIGITALOCEAN_TOKEN", "k6");

  /** What a run ended with, and what it said. */
  record Outcome(int status, String output) {}

  Workspace(Path directory) throws IOException {
    this.directory = directory;
    Import.copy(Path.of("src/main/resources/catalog"), catalogue());
    Files.copy(Path.of("src/test/resources/prices/facts.csv"), facts());
  }

  Workspace accepting(Set<String> offers) {
    accepted = offers;
    return this;
  }

  Workspace second(Path file) {
    second = Optional.of(file.toString());
    return this;
  }

  Workspace from(String files) {
    from = Optional.of(files);
    return this;
  }

  Workspace asOf(LocalDate other) {
    day = other;
    return this;
  }

  Workspace environment(Map<String, String> other) {
    environment = other;
    return this;
  }

  Path catalogue() {
    return directory.resolve("catalog");
  }

  private Path facts() {
    return directory.resolve("facts.csv");
  }

  Outcome run(String provider, URI base) {
    Options options =
        new Options(
            from,
            Optional.ofNullable(base),
            day,
            accepted,
            second,
            catalogue(),
            facts(),
            directory.resolve("pages"),
            false,
            environment::get,
            PATIENCE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int status = CatalogueImport.run(provider, options, new PrintStream(bytes, true, UTF_8));
    return new Outcome(status, bytes.toString(UTF_8));
  }

  String page(String importer) throws IOException {
    return Files.readString(directory.resolve("pages/" + importer + ".md"));
  }

  String read(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  PriceListFile list(String provider) throws IOException {
    return PriceListFile.read(catalogue().resolve("price-lists/" + provider + ".json"));
  }

  /** The list in which an offer stands. */
  PriceListFile listOf(String offer) throws IOException {
    try (Stream<Path> files = Files.list(catalogue().resolve("price-lists"))) {
      for (Path file : files.toList()) {
        PriceListFile list = PriceListFile.read(file);
        if (list.has(offer)) {
          return list;
        }
      }
    }
    throw new IllegalArgumentException(offer);
  }

  /** What the catalogue says now, by the keys of a mapping. */
  Map<String, BigDecimal> prices(Mapping mapping) throws IOException {
    Map<String, BigDecimal> prices = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : new TreeMap<>(mapping.offers()).entrySet()) {
      prices.put(each.getKey(), listOf(each.getValue()).perHour(each.getValue()));
    }
    return prices;
  }

  /** Every file with its content: what must not change where an import stops. */
  Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    return all;
  }
}
