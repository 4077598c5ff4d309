package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.catalogueimport.Csv;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every price of the catalogue against the figure, day and source that it rests on. */
class PriceFactsTest {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final Path FACTS = Path.of("src/test/resources/prices/facts.csv");
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private static Map<String, Csv.Row> rows() throws IOException {
    Map<String, Csv.Row> rows = new LinkedHashMap<>();
    try (BufferedReader in = Files.newBufferedReader(FACTS)) {
      Csv csv = Csv.open(in, row -> row.contains("offer"));
      for (Optional<Csv.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
        assertEquals(null, rows.put(row.get().get("offer"), row.get()), row.get()::toString);
      }
    }
    return rows;
  }

  @Test
  void holdsEveryRowAndNoOther() throws IOException {
    assertEquals(new TreeSet<>(CATALOG.offers().ids()), new TreeSet<>(rows().keySet()));
  }

  @Test
  void hasManyOffersOfManyProviders() {
    assertTrue(CATALOG.offers().all().size() >= 250);
    assertTrue(CATALOG.priceLists().all().size() >= 25);
  }

  @Test
  void equalsItsFact() throws IOException {
    Map<String, Csv.Row> rows = rows();
    for (PriceList list : CATALOG.priceLists().all()) {
      for (Offer offer : list.offers()) {
        assertEquals(list.provider(), rows.get(offer.id()).get("provider"));
        holds(rows.get(offer.id()), offer, list);
      }
    }
  }

  private static void holds(Csv.Row row, Offer offer, PriceList list) {
    BigDecimal price = new BigDecimal(row.get("price"));
    BigDecimal perHour =
        switch (row.get("unit")) {
          case "second" -> price.multiply(SECONDS_PER_HOUR);
          case "gpu hour" -> price.multiply(BigDecimal.valueOf(offer.gpus()));
          default -> price;
        };
    assertEquals(0, perHour.compareTo(offer.usdPerHour()), offer.id());
    assertEquals(Integer.parseInt(row.get("gpus")), offer.gpus(), offer.id());
    assertEquals(Integer.parseInt(row.get("gb")), offer.nominalGb(), offer.id());
    assertEquals(row.get("market"), offer.sale().market().name().toLowerCase(Locale.ROOT));
    assertEquals(row.get("months"), offer.sale().months() == 0 ? "" : "" + offer.sale().months());
    assertEquals(row.get("region"), offer.sale().regionName().orElse(""), offer.id());
    assertEquals(row.get("as_of"), offer.asOf().orElse(list.asOf()).toString(), offer.id());
    assertEquals(row.get("source"), offer.provenance().sources().get(0), offer.id());
    for (String card : row.get("card").split("[|]")) {
      String family = card.replace("Quadro ", "").split(" ")[0];
      assertTrue(
          offer.cards().stream()
              .flatMap(each -> Arrays.stream(each.name().split("[ -]")))
              .anyMatch(word -> word.startsWith(family)),
          offer.id() + ": " + card);
    }
  }

  static Stream<Arguments> lists() {
    return CATALOG.priceLists().all().stream().map(list -> Arguments.of(list.provider(), list));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void saysWhereItsTermsComeFrom(String provider, PriceList list) {
    assertFalse(list.provenance().sources().isEmpty());
    assertFalse(list.provenance().unverified().contains("scales_to_zero"));
    for (Offer offer : list.offers()) {
      assertEquals(list.terms(), offer.terms().including(list.terms().includes()));
      assertEquals(provider, offer.provider());
    }
  }

  /** A date that no source gives is the first day of the month or year that it names. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void marksADateThatStandsForAMonthOrAYear(String provider, PriceList list) {
    assertTrue(list.isDateVerified());
    assertFalse(list.asOf().getDayOfMonth() == 1, provider);
    for (Offer offer : list.offers()) {
      boolean verified = !offer.provenance().unverified().contains("as_of");
      offer
          .asOf()
          .filter(date -> date.getDayOfMonth() == 1)
          .ifPresent(date -> assertFalse(verified, offer::id));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void datesAnOfferOnlyWhereItsListHasAnotherDate(String provider, PriceList list) {
    for (Offer offer : list.offers()) {
      if (!offer.provenance().unverified().contains("as_of")) {
        LocalDate date = offer.asOf().orElse(list.asOf().minusDays(1));
        assertFalse(date.equals(list.asOf()), offer.id());
        assertTrue(date.isAfter(LocalDate.of(2023, 12, 31)), offer.id());
        assertFalse(date.isAfter(LocalDate.now()), offer.id());
      }
    }
  }

  @Test
  void leavesNoHistoryUnread() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/catalog/history"))) {
      for (Path file : files.toList()) {
        String provider = file.getFileName().toString().replace(".csv", "");
        assertFalse(
            CATALOG.priceLists().find(provider).orElseThrow().history().isEmpty(), provider);
      }
    }
  }
}
