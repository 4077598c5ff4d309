package dev.gpuadvisor.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The price lists besides the brief's, against the figures that were collected for them. */
class PriceFactsTest {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  @ParameterizedTest
  @CsvFileSource(resources = "/prices/facts.csv", useHeadersInDisplayName = true)
  void holdsTheRow(
      String provider, String id, BigDecimal price, String unit, int gpus, int gb, String card) {
    Offer offer = CATALOG.offers().find(id).orElseThrow();
    BigDecimal perHour = unit.equals("second") ? price.multiply(SECONDS_PER_HOUR) : price;

    assertEquals(provider, offer.provider());
    assertEquals(0, perHour.compareTo(offer.usdPerHour()), offer.usdPerHour()::toString);
    assertEquals(gpus, offer.gpus());
    assertEquals(gb, offer.nominalGb());
    assertEquals(Supply.UNKNOWN, offer.supply());
    String family = card.split(" ")[0];
    for (Card each : offer.cards()) {
      assertTrue(Arrays.asList(each.name().split("[ -]")).contains(family), each::name);
    }
  }

  @Test
  void holdsNoOtherRow() throws IOException {
    Set<String> rows = new HashSet<>();
    try (InputStream in = PriceFactsTest.class.getResourceAsStream("/prices/facts.csv")) {
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("provider,"))
          .forEach(line -> rows.add(line.split(",")[1]));
    }
    Set<String> offers =
        CATALOG.priceLists().all().stream()
            .skip(1)
            .flatMap(list -> list.offers().stream())
            .map(Offer::id)
            .collect(Collectors.toSet());

    assertEquals(rows, offers);
  }

  static Stream<Arguments> lists() {
    return CATALOG.priceLists().all().stream().map(list -> Arguments.of(list.provider(), list));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void saysWhereItsTermsComeFrom(String provider, PriceList list) {
    List<String> unverified = list.provenance().unverified();

    assertFalse(list.provenance().sources().isEmpty());
    assertFalse(unverified.contains("billing") || unverified.contains("scales_to_zero"));
    for (Offer offer : list.offers()) {
      assertEquals(list.terms(), offer.terms());
      assertEquals(provider, offer.provider());
    }
  }

  /** A date that no source gives is the first day of the month or year that it names. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void marksADateThatStandsForAMonthOrAYear(String provider, PriceList list) {
    assertEquals(list.isDateVerified(), list.asOf().getDayOfMonth() != 1, list.asOf()::toString);
    for (Offer offer : list.offers()) {
      boolean verified = !offer.provenance().unverified().contains("as_of");
      offer.asOf().ifPresent(date -> assertEquals(verified, date.getDayOfMonth() != 1, offer::id));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void datesAnOfferOnlyWhereItsListHasAnotherDate(String provider, PriceList list) {
    for (Offer offer : list.offers()) {
      LocalDate date = offer.asOf().orElse(list.asOf().minusDays(1));
      assertFalse(date.equals(list.asOf()), offer.id());
      assertTrue(date.isAfter(LocalDate.of(2023, 12, 31)), offer.id());
      assertFalse(date.isAfter(LocalDate.now()), offer.id());
    }
  }
}
