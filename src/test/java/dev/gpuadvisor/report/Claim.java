package dev.gpuadvisor.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that the brief says, and where the report says it.
 *
 * @param kind what counts as saying the same
 * @param check which arithmetic check says that the brief is wrong there; empty where it is right,
 *     with {@code =} where it was checked and is right
 * @param why the report says something else
 */
record Claim(Place place, String kind, String brief, String check, String why) {

  /**
   * @param row of a table, or a pattern behind a tilde
   * @param column of a table; empty with a pattern
   */
  record Place(String section, String part, String row, String column) {

    /** What the report says there. */
    String in(ReadReport report) {
      ReadReport in = section.isEmpty() ? report : report.section(section);
      ReadReport within = part.isEmpty() ? in : in.part(part);
      return row.startsWith("~")
          ? within.find(row.substring(1)).orElse("")
          : within.cell(row, column);
    }

    @Override
    public String toString() {
      String name = part.isEmpty() ? section : section + ", " + part;
      return row.startsWith("~") ? name : name + ": " + row + ", " + column;
    }
  }

  /** What the brief calls something, and what the report does. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("High", "élevée"),
          Map.entry("Medium", "moyenne"),
          Map.entry("Yes", "✅ Oui"),
          Map.entry("No", "❌ Non"),
          Map.entry("works", "Fonctionne"),
          Map.entry("recommended", "recommandée"),
          Map.entry("no 8bit", "Ne fait pas tourner 8bit"),
          Map.entry("runs 8bit", "Fait tourner 8bit"),
          Map.entry("less quality", "moins de qualité"),
          Map.entry("best quality", "la meilleure qualité"),
          Map.entry("slightly lower", "légèrement inférieure"),
          Map.entry("4 stars", "★★★★☆"),
          Map.entry("5 stars", "★★★★★"),
          Map.entry("best choice", "✅ Meilleur choix"),
          Map.entry("too dear for its memory", "❌ Trop chère pour sa mémoire"),
          Map.entry("oversized but acceptable", "⚠️ Surdimensionnée, mais acceptable"),
          Map.entry("oversized and dear", "❌ Surdimensionnée et chère"),
          Map.entry("prefer high supply", "préférer une disponibilité élevée"),
          Map.entry("high supply", "Disponibilité élevée"),
          Map.entry("AMPERE_24 suffices", "AMPERE_24 suffit"),
          Map.entry("November 2025", "novembre 2025"));

  static List<Claim> all() {
    try (InputStream file = Claim.class.getResourceAsStream("/brief/claims.tsv")) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("section\t"))
          .map(Claim::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Claim parse(String line) {
    String[] cells = line.split("\t", -1);
    Place place = new Place(cells[0], cells[1], cells[2], cells[3]);
    return new Claim(place, cells[4], cells[5], cells[6], cells[7]);
  }

  boolean isDeviation() {
    return !check.isEmpty() && !check.startsWith("=");
  }

  boolean agrees(String report) {
    return switch (kind) {
      case "number" -> number(report).setScale(scale(), RoundingMode.HALF_UP).equals(briefNumber());
      case "exact" -> number(report).compareTo(briefNumber()) == 0;
      case "word" -> report.equals(word()) || report.equals(capitalized(word()));
      case "names" -> names(report).containsAll(names(brief));
      case "exactly" -> names(report).equals(names(brief));
      case "says" -> !report.isEmpty();
      case "unsaid" -> report.isEmpty();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** Whether the report must say something there, whatever it is. */
  boolean needsPlace() {
    return !kind.equals("says");
  }

  private String word() {
    return WORDS.getOrDefault(brief, brief.equals("oversized") ? oversized() : brief);
  }

  private String oversized() {
    return place.column().equals("Verdict") ? "⚠️ Surdimensionnée" : "Surdimensionnée";
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase() + word.substring(1);
  }

  private BigDecimal briefNumber() {
    return new BigDecimal(brief);
  }

  private int scale() {
    return briefNumber().scale();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replaceAll("[^0-9,−-]", "").replace('−', '-').replace(',', '.'));
  }

  private static Set<String> names(String text) {
    return Set.of(text.replace(" et ", " ").replace(",", "").split(" "));
  }

  @Override
  public String toString() {
    return place.toString() + (place.row().startsWith("~") ? ": " + brief : "");
  }
}
