package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.catalog.reading.CatalogReader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for the published data, whatever is added to it. */
class IntegrityTest {

  private final Catalog catalog = BundledCatalog.catalog();

  static Stream<String> files() {
    return SchemaTest.files().filter(file -> !file.equals(CatalogReader.FORMAT_SUPPORT));
  }

  @Test
  void findsEveryModelByEachOfItsNames() {
    for (Model model : catalog.models().all()) {
      assertSame(model, catalog.models().find(model.id()).orElseThrow());
      assertSame(model, catalog.models().find(model.huggingFaceId()).orElseThrow());
      for (String alias : model.aliases()) {
        assertSame(model, catalog.models().find(alias).orElseThrow());
      }
    }
  }

  @Test
  void namesAModelAfterItsRepository() {
    for (Model model : catalog.models().all()) {
      String repository = model.huggingFaceId().substring(model.huggingFaceId().indexOf('/') + 1);
      assertEquals(repository.toLowerCase(Locale.ROOT), model.id());
    }
  }

  /** Somebody who types one of these means one thing; no index may know two of them. */
  @Test
  void sharesNoNameBetweenOffersAndCards() {
    for (String file : CatalogReader.PRICE_LISTS) {
      for (JsonNode offer : AlteredCatalog.tree(file).path("offers")) {
        assertTrue(catalog.cards().find(offer.path("id").asText()).isEmpty(), offer::toString);
        for (JsonNode alias : offer.path("aliases")) {
          assertTrue(catalog.cards().find(alias.asText()).isEmpty(), alias::toString);
        }
      }
    }
  }

  @Test
  void callsNoFormatByTheNameOfAFamily() {
    for (Quantization quantization : catalog.quantizations().all()) {
      assertTrue(catalog.quantizations().find(quantization.family()).isEmpty());
    }
  }

  @Test
  void loadsEveryFormatInSomeRuntime() {
    Set<String> loaded = new HashSet<>();
    for (RuntimeProfile runtime : catalog.runtimes().all()) {
      runtime.formats().values().forEach(family -> family.forEach(f -> loaded.add(f.id())));
    }
    assertEquals(new HashSet<>(catalog.quantizations().ids()), loaded);
  }

  @Test
  void labelsAnOfferNoHigherThanItsCards() {
    for (Offer offer : catalog.offers().all()) {
      for (Card card : offer.cards()) {
        assertTrue(offer.nominalGb() <= offer.gpus() * card.nominalGb(), offer.id());
      }
    }
  }

  /** A slice of a card loses the most: the label of a H200's eighth says 18 GB, the driver 16. */
  @Test
  void loses12PercentOfTheLabelAtMost() {
    for (Card card : catalog.cards().all()) {
      assertTrue(card.reportedMib() >= 0.88 * 1024 * card.nominalGb(), card.id());
    }
  }

  @Test
  void datesEveryPriceListBetween2024AndToday() {
    for (PriceList list : catalog.priceLists().all()) {
      assertTrue(list.asOf().isAfter(LocalDate.of(2023, 12, 31)), list.provider());
      assertFalse(list.asOf().isAfter(LocalDate.now()), list.provider());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void listsOnlyFieldsOfTheEntryAsUnverified(String file) {
    for (JsonNode entry : AlteredCatalog.withProvenance(file)) {
      for (JsonNode field : entry.path("provenance").path("unverified")) {
        JsonNode named = entry.at("/" + field.asText().replace('.', '/'));
        assertFalse(named.isMissingNode(), entry.path("id") + ": " + field);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void marksWhatHasNoSource(String file) {
    for (JsonNode entry : AlteredCatalog.withProvenance(file)) {
      JsonNode provenance = entry.path("provenance");
      assertTrue(
          !provenance.path("sources").isEmpty() || !provenance.path("unverified").isEmpty(),
          entry.path("id").asText());
    }
  }

  @Test
  void cannotBeChanged() {
    List<Model> models = catalog.models().all();

    assertThrows(UnsupportedOperationException.class, () -> models.remove(0));
    assertSame(models, catalog.models().all());
  }
}
