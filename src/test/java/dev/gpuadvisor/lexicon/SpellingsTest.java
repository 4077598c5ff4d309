package dev.gpuadvisor.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of spellings: what shops, drivers, hubs and tools print, and what people type. */
class SpellingsTest {

  private static final Path TABLE = Path.of("src/test/resources/lexicon/spellings.csv");
  private static final Lexicon LEXICON = Lexicon.of(BundledCatalog.catalog());

  @Test
  void eachMeansWhatTheTableSays() throws IOException {
    List<String> wrong =
        rows().stream()
            .filter(row -> !read(row).equals(row))
            .map(row -> row + " is read as " + read(row))
            .toList();

    assertEquals(List.of(), wrong);
  }

  @Test
  void holdsAtLeast400() throws IOException {
    assertTrue(rows().size() >= 400, () -> "too few");
    assertEquals(rows().stream().distinct().count(), rows().size());
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static String read(String row) {
    String[] parts = row.split(";");
    return parts[0] + ";" + parts[1] + ";" + meant(parts[0], parts[1]);
  }

  private static String meant(String kind, String written) {
    Reading<?> reading =
        switch (kind) {
          case "card" -> LEXICON.cards(written);
          case "model" -> LEXICON.model(written);
          case "format" -> LEXICON.format(written);
          case "runtime" -> LEXICON.runtime(written);
          case "provider" -> LEXICON.provider(written);
          default -> throw new IllegalArgumentException(kind);
        };
    if (reading instanceof Reading.NotCovered<?> none) {
      return "not covered: " + none.kind().key();
    }
    if (reading instanceof Reading.Several) {
      return "asked back";
    }
    boolean worst =
        reading instanceof Reading.Taken<?> taken
            && taken.why() == Reading.Why.WORST_OF_SEVERAL
            && !taken.others().isEmpty();
    return (worst ? "one of several, " : "")
        + reading.meaning().map(SpellingsTest::name).orElse("unknown");
  }

  private static String name(Object meant) {
    if (meant instanceof Cards cards) {
      return cards.gpus().map(gpus -> gpus + " x ").orElse("") + cards.card().id();
    }
    if (meant instanceof StoredModel stored) {
      return stored.model().id()
          + stored.format().map(format -> " in " + format).orElse("")
          + stored.runtime().map(runtime -> " on " + runtime).orElse("");
    }
    if (meant instanceof Format format) {
      return format.name();
    }
    if (meant instanceof RuntimeProfile profile) {
      return profile.id();
    }
    return ((PriceList) ((List<?>) meant).get(0)).provider().toLowerCase(Locale.ROOT);
  }
}
