package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price table of the analysis of November 2025 that this program replaces. */
class BriefOffersTest {

  private final Catalog catalog = BundledCatalog.catalog();

  @ParameterizedTest
  @CsvSource({
    "AMPERE_16,          16, 0.00016, MEDIUM, STANDARD",
    "AMPERE_24,          24, 0.00019, HIGH,   STANDARD",
    "ADA_24_PRO,         24, 0.00031, HIGH,   PRO",
    "ADA_32_PRO,         32, 0.00044, HIGH,   PRO",
    "AMPERE_48,          48, 0.00034, HIGH,   STANDARD",
    "ADA_48_PRO,         48, 0.00053, HIGH,   PRO",
    "AMPERE_80,          80, 0.00076, MEDIUM, STANDARD",
    "ADA_80_PRO,         80, 0.00116, HIGH,   PRO",
    "BLACKWELL_96,       96, 0.00111, HIGH,   STANDARD",
    "HOPPER_141,        141, 0.00155, HIGH,   PRO",
    "BLACKWELL_180_PRO, 180, 0.00240, MEDIUM, PRO",
  })
  void holdsTheRow(String id, int nominalGb, BigDecimal price, Supply supply, Tier tier) {
    Offer offer = catalog.offers().find(id).orElseThrow();

    assertEquals(nominalGb, offer.nominalGb());
    assertEquals(0, price.multiply(BigDecimal.valueOf(3600)).compareTo(offer.usdPerHour()));
    assertEquals(supply, offer.supply());
    assertEquals(tier, offer.tier());
    assertEquals("runpod-serverless", offer.provider());
    assertEquals(Billing.PER_SECOND, offer.terms().billing());
    assertTrue(offer.terms().scalesToZero());
    assertEquals(1, offer.gpus());
  }

  @Test
  void holdsItsElevenRowsInOrderAndNoOther() {
    assertEquals(
        List.of(
            "AMPERE_16",
            "AMPERE_24",
            "ADA_24_PRO",
            "ADA_32_PRO",
            "AMPERE_48",
            "ADA_48_PRO",
            "AMPERE_80",
            "ADA_80_PRO",
            "BLACKWELL_96",
            "HOPPER_141",
            "BLACKWELL_180_PRO"),
        catalog.defaultPriceList().offers().stream().map(Offer::id).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "AMPERE_16, RTX_A4000 RTX_A4500 RTX_4000_ADA RTX_2000_ADA, RTX_A4000",
    "AMPERE_24, L4 RTX_A5000 RTX_3090, L4",
    "ADA_32_PRO, RTX_5090, RTX_5090",
    "AMPERE_48, RTX_A6000 A40, A40",
    "ADA_80_PRO, H100_SXM H100_PCIE, H100_SXM",
  })
  void mayTurnOutToBe(String id, String cards, String worst) {
    Offer offer = catalog.offers().find(id).orElseThrow();

    assertEquals(Arrays.asList(cards.split(" ")), offer.cards().stream().map(Card::id).toList());
    assertEquals(worst, offer.worstCard().id());
  }

  @Test
  void saysWhichPriceNoTableConfirms() {
    for (Offer offer : catalog.defaultPriceList().offers()) {
      assertEquals(
          offer.id().equals("ADA_32_PRO"),
          offer.provenance().unverified().contains("usd_per_second"),
          offer.id());
    }
  }

  @Test
  void isOfTheDayOfItsSource() {
    assertEquals(LocalDate.of(2025, 11, 25), catalog.defaultPriceList().asOf());
    assertTrue(catalog.defaultPriceList().source().startsWith("runpod/docs@312cbad0 "));
    assertEquals(363, catalog.defaultPriceList().ageInDays(LocalDate.of(2026, 11, 23)));
  }
}
