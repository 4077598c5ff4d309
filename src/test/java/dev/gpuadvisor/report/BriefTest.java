package dev.gpuadvisor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The French report holds every row and every pick of the analysis of November 2025, with its
 * figures where they are right. Where it deviates, {@code brief/claims.tsv} says so and why; {@code
 * docs/report.md} lists it, and is written anew by {@code ./mvnw test -Dtest=BriefTest
 * -Dgolden.refresh=true}.
 */
class BriefTest {

  private static final Path DOCUMENT = Path.of("docs/report.md");
  private static final String START = "<!-- deviations -->\n";
  private static final String END = "<!-- end -->";
  private static final int LAST_CHECK = 22;
  private static final List<Claim> CLAIMS = Claim.all();
  private static final ReadReport REPORT =
      ReadReport.of(
          Reporting.report("model=qwen2.5-14b&current=A10G&current_price_per_hour=1.00&lang=fr"));

  static Stream<Claim> claims() {
    return CLAIMS.stream();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void agreesWhereTheBriefIsRightAndNowhereElse(Claim claim) {
    String said = claim.place().in(REPORT);

    assertTrue(!said.isEmpty() || !claim.needsPlace(), () -> "not said: " + claim.place().row());
    assertEquals(
        !claim.isDeviation(),
        claim.agrees(said),
        () -> "the brief says '" + claim.brief() + "', the report '" + said + "'");
    assertEquals(claim.isDeviation(), !claim.why().isEmpty(), "a deviation has its reason");
  }

  @Test
  void hasTheRowsOfTheBriefInItsOrder() {
    assertEquals(
        CLAIMS.stream()
            .filter(claim -> claim.place().column().equals("VRAM"))
            .map(claim -> claim.place().row())
            .toList(),
        REPORT.section("Offres disponibles").rows().stream().skip(1).toList());
  }

  /** Each of the arithmetic checks is accounted for. */
  @Test
  void knowsEveryCheck() {
    Set<Integer> known = new TreeSet<>();
    for (Claim claim : CLAIMS) {
      String check = claim.check().replace("=", "").replace("-", "");
      if (!check.isEmpty()) {
        known.add(Integer.parseInt(check));
      }
    }

    assertEquals(IntStream.rangeClosed(1, LAST_CHECK).boxed().collect(Collectors.toSet()), known);
  }

  /** A way of comparing that accepts anything would pass all of the above. */
  @Test
  void tellsOtherFiguresFromTheseAndOtherNames() {
    Claim.Place place = new Claim.Place("", "", "", "");

    assertFalse(new Claim(place, "number", "0.68", "", "").agrees("0,674 $"));
    assertTrue(new Claim(place, "number", "0.68", "", "").agrees("0,684 $"));
    assertFalse(new Claim(place, "exact", "0.68", "", "").agrees("0,684 $"));
    assertFalse(new Claim(place, "word", "High", "", "").agrees("moyenne"));
    assertFalse(new Claim(place, "names", "A B", "", "").agrees("A et C"));
    assertFalse(new Claim(place, "exactly", "A B", "", "").agrees("A, B et C"));
  }

  @Test
  void theListOfDeviationsIsUpToDate() throws IOException {
    String document = Files.readString(DOCUMENT);
    int start = document.indexOf(START) + START.length();
    int end = document.indexOf(END);
    String current = document.substring(0, start) + deviations() + document.substring(end);
    if (Boolean.getBoolean("golden.refresh")) {
      Files.writeString(DOCUMENT, current);
    }

    assertEquals(current, Files.readString(DOCUMENT), DOCUMENT + " is out of date");
  }

  private static String deviations() {
    return CLAIMS.stream()
        .filter(Claim::isDeviation)
        .map(BriefTest::row)
        .collect(
            Collectors.joining(
                "\n", "| where | brief | report | why | check |\n|---|---|---|---|---|\n", "\n"));
  }

  private static String row(Claim claim) {
    String where = claim.place().toString();
    String said = claim.place().in(REPORT);
    String row =
        Stream.of(where, claim.brief(), said, claim.why(), claim.check())
            .map(cell -> cell.isEmpty() ? "–" : cell)
            .collect(Collectors.joining(" | ", "| ", " |"));
    return row;
  }
}
