package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferTest {

  private static final Offer AMPERE_24 =
      BundledCatalog.catalog().offers().find("AMPERE_24").orElseThrow();

  @Test
  void needsACardAndAPrice() {
    assertEquals(
        "cards must not be empty: X",
        assertThrows(IllegalArgumentException.class, () -> offer(List.of(), "0.1")).getMessage());
    assertEquals(
        "usdPerHour must be above 0: X",
        assertThrows(IllegalArgumentException.class, () -> offer(AMPERE_24.cards(), "0"))
            .getMessage());
  }

  @Test
  void keepsItsCards() {
    List<Card> cards = new ArrayList<>(AMPERE_24.cards());
    Offer offer = offer(cards, "0.1");
    cards.clear();

    assertEquals(AMPERE_24.cards(), offer.cards());
  }

  @Test
  void isJudgedByTheCardWithTheLeastMemory() {
    assertEquals("L4", AMPERE_24.worstCard().id());
    assertEquals(23_034L * 1024 * 1024, AMPERE_24.worstCard().reportedBytes());
    assertTrue(AMPERE_24.isMixedPool());
    assertFalse(offer(AMPERE_24.cards().subList(0, 1), "0.1").isMixedPool());
  }

  private static Offer offer(List<Card> cards, String price) {
    return new Offer(
        "X",
        "somebody",
        cards,
        1,
        1,
        24,
        new BigDecimal(price),
        new Terms(Billing.PER_HOUR, false),
        Stock.of(Supply.LOW),
        Tier.STANDARD,
        Sale.ON_DEMAND,
        Optional.empty(),
        AMPERE_24.provenance());
  }
}
