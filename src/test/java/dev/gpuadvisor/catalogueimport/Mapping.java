package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which of a provider's keys is which of our offers: a file that people review. A key that is not
 * in it is told, and never becomes an offer by itself.
 *
 * @param offers by the provider's key
 */
public record Mapping(String name, Map<String, String> offers) {

  public static final Path DIRECTORY = Path.of("src/test/resources/catalogue-import");

  public Mapping {
    offers = Map.copyOf(offers);
  }

  /** The file of that name; its columns are {@code key} and {@code offer}. */
  static Mapping read(String name) throws IOException {
    Path file = DIRECTORY.resolve(name + ".csv");
    Map<String, String> offers = new LinkedHashMap<>();
    try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
      Csv rows = Csv.open(in, row -> row.contains("key") && row.contains("offer"));
      for (Optional<Csv.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        String key = row.get().get("key");
        String offer = row.get().get("offer");
        if (key.isEmpty() || offer.isEmpty() || offers.put(key, offer) != null) {
          throw new ImportException(file + ": a key without an offer, or twice: " + key);
        }
      }
    }
    if (new TreeSet<>(offers.values()).size() != offers.size()) {
      throw new ImportException(file + ": an offer has two keys");
    }
    return new Mapping(name, offers);
  }

  Optional<String> offer(String key) {
    return Optional.ofNullable(offers.get(key));
  }

  /** The words at one place of the keys, {@code us-east-1} of {@code g5.xlarge us-east-1}. */
  public List<String> words(int place) {
    TreeSet<String> words = new TreeSet<>();
    for (String key : offers.keySet()) {
      String[] parts = key.split(" ");
      if (parts.length > place) {
        words.add(parts[place]);
      }
    }
    return List.copyOf(words);
  }
}
