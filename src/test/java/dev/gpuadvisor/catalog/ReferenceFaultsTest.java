package dev.gpuadvisor.catalog;

import static dev.gpuadvisor.catalog.AlteredCatalog.faultOf;
import static dev.gpuadvisor.catalog.reading.CatalogReader.CARDS;
import static dev.gpuadvisor.catalog.reading.CatalogReader.MODELS;
import static dev.gpuadvisor.catalog.reading.CatalogReader.RUNTIMES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.catalog.reading.CatalogReader;
import org.junit.jupiter.api.Test;

/** Names of all kinds: of what may be said, of what must exist, of what must exist only once. */
class ReferenceFaultsTest {

  private static final String PRICES = CatalogReader.PRICE_LISTS.get(0);

  @Test
  void namesTheAllowedValues() {
    assertEquals(
        "price-lists/runpod-serverless.json, entry 'AMPERE_24', field 'supply': 'plenty' is"
            + " unknown; allowed: unknown, none, low,"
            + " medium, high",
        faultOf(PRICES, "AMPERE_24", offer -> offer.put("supply", "plenty")));
    assertEquals(
        "models.json, entry 'phi-4', field 'attention.kind': 'mha' is unknown; allowed: grouped,"
            + " latent, one_vector",
        faultOf(MODELS, "phi-4", phi -> phi.withObject("/attention").put("kind", "mha")));
  }

  @Test
  void refusesAReferenceToNothing() {
    assertTrue(
        faultOf(PRICES, "AMPERE_24", offer -> offer.withArray("/cards").add("L5"))
            .startsWith(
                "price-lists/runpod-serverless.json, entry 'AMPERE_24', field 'cards': 'L5' is"
                    + " unknown; allowed: RTX_A4000, RTX_A4500, "));
    assertTrue(
        faultOf(MODELS, "phi-4", phi -> phi.put("native_format", "bf8"))
            .startsWith(
                "models.json, entry 'phi-4', field 'native_format': 'bf8' is unknown; allowed:"
                    + " bf16, "));
  }

  @Test
  void refusesAnAliasWhereItWantsAnId() {
    String fault =
        faultOf(PRICES, "AMPERE_48", offer -> offer.withArray("/cards").removeAll().add("A6000"));

    assertTrue(fault.contains("field 'cards': 'A6000' is unknown"), fault);
  }

  @Test
  void refusesAFormatUnderAnotherFamily() {
    assertEquals(
        "runtimes.json, entry 'transformers-4.46', field 'formats.4bit': 'fp8' is of family 8bit",
        faultOf(
            RUNTIMES,
            "transformers-4.46",
            runtime -> runtime.withArray("/formats/4bit").add("fp8")));
  }

  @Test
  void refusesANameThatIsTaken() {
    assertEquals(
        "cards.json, entry 'L40', field 'id': 'rtx-a4000' already names 'RTX_A4000'",
        faultOf(CARDS, "L40", card -> card.withArray("/aliases").add("rtx-a4000")));
    assertEquals(
        "cards.json, entry 'L40', field 'id': 'L40' already names 'L40'",
        faultOf(CARDS, "L40S", card -> card.put("id", "L40")));
    assertEquals(
        "price-lists/runpod-serverless.json, entry 'ampere 16', field 'id': 'ampere 16' already"
            + " names 'AMPERE_16'",
        faultOf(PRICES, "AMPERE_24", offer -> offer.put("id", "ampere 16")));
  }

  @Test
  void refusesAValueThatStandsTwiceInAList() {
    assertEquals(
        "price-lists/runpod-serverless.json, entry 'AMPERE_24', field 'cards': \"L4\" stands twice",
        faultOf(PRICES, "AMPERE_24", offer -> offer.withArray("/cards").add("L4")));
  }

  @Test
  void refusesADateThatIsNone() {
    ObjectNode prices = AlteredCatalog.tree(PRICES).put("as_of", "2025-11-31");

    assertEquals(
        "price-lists/runpod-serverless.json, field 'as_of': must be a date such as 2025-11-25",
        faultOf(PRICES, prices));
  }

  @Test
  void refusesARuntimeWithoutDefault() {
    assertEquals(
        "runtimes.json, entry 'transformers-4.46', field 'default': must be true for one profile"
            + " of the runtime",
        faultOf(RUNTIMES, "transformers-4.46", runtime -> runtime.put("default", false)));
  }

  @Test
  void refusesASecondDefaultOfARuntime() {
    ObjectNode runtimes = AlteredCatalog.tree(RUNTIMES);
    ObjectNode second = AlteredCatalog.entry(runtimes, "transformers-4.46").deepCopy();
    runtimes.withArray("/runtimes").add(second.put("id", "transformers-5"));

    assertEquals(
        "runtimes.json, entry 'transformers-5', field 'id': 'transformers' already names"
            + " 'transformers-4.46'",
        faultOf(RUNTIMES, runtimes));
  }

  @Test
  void refusesARuntimeThatLoadsNothing() {
    assertEquals(
        "runtimes.json, entry 'transformers-4.46', field 'formats': must not be empty",
        faultOf(
            RUNTIMES, "transformers-4.46", runtime -> runtime.withObject("/formats").removeAll()));
  }
}
