package dev.gpuadvisor.catalog.reading;

import static dev.gpuadvisor.catalog.AlteredCatalog.faultOf;
import static dev.gpuadvisor.catalog.reading.CatalogReader.CARDS;
import static dev.gpuadvisor.catalog.reading.CatalogReader.MODELS;
import static dev.gpuadvisor.catalog.reading.CatalogReader.QUANTIZATIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.catalog.AlteredCatalog;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One test for each kind of fault: the message must lead to the place. */
class CatalogReaderTest {

  private static final String PRICES = CatalogReader.PRICE_LISTS.get(0);

  @Test
  void namesTheFileThatIsMissing() {
    assertEquals("cards.json: no such file", faultOf(CARDS, (String) null));
  }

  @Test
  void namesTheFileThatIsNotJson() {
    assertTrue(faultOf(CARDS, "{").startsWith("cards.json: not JSON: "));
    assertTrue(faultOf(CARDS, "{} {}").startsWith("cards.json: not JSON: "));
  }

  @Test
  void namesTheFieldThatStandsTwice() {
    String fault = faultOf(CARDS, "{\"cards\": [], \"cards\": []}");

    assertTrue(fault.startsWith("cards.json: not JSON: Duplicate field 'cards'"), fault);
  }

  @Test
  void namesTheFileThatIsNotAnObject() {
    assertEquals("cards.json: must be an object", faultOf(CARDS, "[]"));
    assertEquals("cards.json: must be an object", faultOf(CARDS, ""));
  }

  @Test
  void namesTheEntryThatIsNotAnObject() {
    assertEquals(
        "cards.json, entry '#1': must be an object",
        faultOf(CARDS, "{\"$schema\": \"x\", \"cards\": [1]}"));
  }

  @Test
  void refusesAnEmptyList() {
    assertEquals(
        "cards.json, field 'cards': must not be empty",
        faultOf(CARDS, "{\"$schema\": \"x\", \"cards\": []}"));
  }

  @Test
  void namesTheUnknownFieldAndTheKnownOnes() {
    assertEquals(
        "quantizations.json, entry 'awq', field 'bits': is unknown; allowed: id, name, family,"
            + " bits_per_weight, scope, gguf, blocks, quality, needs_fp8, provenance, aliases",
        faultOf(QUANTIZATIONS, "awq", awq -> awq.put("bits", 4)));
  }

  @Test
  void namesTheUnknownFieldOfANestedObject() {
    assertEquals(
        "models.json, entry 'phi-4', field 'attention.groups': is unknown; allowed: kind, heads,"
            + " kv_heads, head_dim, value_dim, projections",
        faultOf(MODELS, "phi-4", phi -> phi.withObject("/attention").put("groups", 4)));
  }

  @Test
  void namesTheUnknownFieldOfAFile() {
    ObjectNode cards = AlteredCatalog.tree(CARDS).put("version", 1);

    assertEquals(
        "cards.json, field 'version': is unknown; allowed: $schema, cards", faultOf(CARDS, cards));
  }

  @Test
  void namesTheFieldThatIsMissing() {
    assertEquals(
        "cards.json, entry 'L4', field 'reported_mib': is missing",
        faultOf(CARDS, "L4", remove("reported_mib")));
    assertEquals(
        "price-lists/runpod-serverless.json, entry 'AMPERE_24', field 'usd_per_second': is missing",
        faultOf(PRICES, "AMPERE_24", remove("usd_per_second")));
    assertEquals(
        "models.json, entry 'phi-4', field 'provenance.note': is missing",
        faultOf(MODELS, "phi-4", phi -> phi.withObject("/provenance").remove("note")));
  }

  @Test
  void refusesAnotherType() {
    assertEquals(
        "models.json, entry 'phi-4', field 'layers': must be a whole number, not \"40\"",
        faultOf(MODELS, "phi-4", phi -> phi.put("layers", "40")));
    assertEquals(
        "models.json, entry 'phi-4', field 'layers': must be a whole number, not null",
        faultOf(MODELS, "phi-4", phi -> phi.putNull("layers")));
    assertEquals(
        "cards.json, entry 'L4', field 'nvlink': must be true or false, not \"no\"",
        faultOf(CARDS, "L4", card -> card.put("nvlink", "no")));
    assertEquals(
        "cards.json, entry 'L4', field 'aliases': must hold texts that are not blank, not 4",
        faultOf(CARDS, "L4", card -> card.withArray("/aliases").add(4)));
    assertEquals(
        "models.json, entry 'phi-4', field 'attention': must be an object, not 1",
        faultOf(MODELS, "phi-4", phi -> phi.put("attention", 1)));
  }

  @Test
  void refusesAFractionForACount() {
    assertEquals(
        "models.json, entry 'phi-4', field 'layers': must be a whole number from 1 on, not 40.5",
        faultOf(MODELS, "phi-4", phi -> phi.put("layers", 40.5)));
    assertEquals(
        "models.json, entry 'phi-4', field 'parameters': must be a whole number, not 1.5",
        faultOf(MODELS, "phi-4", phi -> phi.put("parameters", 1.5)));
  }

  @Test
  void refusesACountOrMeasureThatIsNotPositive() {
    assertEquals(
        "models.json, entry 'phi-4', field 'layers': must be a whole number from 1 on, not 0",
        faultOf(MODELS, "phi-4", phi -> phi.put("layers", 0)));
    assertEquals(
        "cards.json, entry 'L4', field 'fp16_tflops': must be above 0, not 0",
        faultOf(CARDS, "L4", card -> card.put("fp16_tflops", 0)));
  }

  @Test
  void refusesABlankText() {
    assertEquals(
        "cards.json, entry 'L4', field 'name': must not be blank",
        faultOf(CARDS, "L4", card -> card.put("name", " ")));
  }

  @Test
  void refusesAPriceThatIsAJsonNumber() {
    assertEquals(
        "price-lists/runpod-serverless.json, entry 'AMPERE_24', field 'usd_per_second': must be a"
            + " text, not 0.00019",
        faultOf(PRICES, "AMPERE_24", offer -> offer.put("usd_per_second", 0.00019)));
  }

  @Test
  void refusesAPriceThatIsNotAPlainDecimalAboveZero() {
    String place =
        "price-lists/runpod-serverless.json, entry 'AMPERE_24', field 'usd_per_second': ";
    for (String price : List.of("free", "1.9E-4", "-1", "0,5", ".5")) {
      assertEquals(
          place + "must be a decimal in quotes such as \"0.00019\", not \"" + price + "\"",
          faultOf(PRICES, "AMPERE_24", offer -> offer.put("usd_per_second", price)));
    }
    assertEquals(
        place + "must be above 0, not 0.00",
        faultOf(PRICES, "AMPERE_24", offer -> offer.put("usd_per_second", "0.00")));
  }

  @Test
  void takesThePriceOfAnHourOrOfASecondButNotBoth() {
    assertEquals(
        "price-lists/runpod-serverless.json, entry 'AMPERE_24', field 'usd_per_hour': must not"
            + " stand beside usd_per_second",
        faultOf(PRICES, "AMPERE_24", offer -> offer.put("usd_per_hour", "0.684")));
    assertEquals(
        "price-lists/runpod-serverless.json, entry 'AMPERE_24', field 'usd_per_hour': must be"
            + " above 0, not 0",
        faultOf(
            PRICES, "AMPERE_24", offer -> offer.put("usd_per_hour", "0").remove("usd_per_second")));
  }

  @Test
  void refusesADateThatIsNone() {
    assertEquals(
        "price-lists/runpod-serverless.json, entry 'AMPERE_24', field 'as_of': must be a date such"
            + " as 2025-11-25",
        faultOf(PRICES, "AMPERE_24", offer -> offer.put("as_of", "2026-08")));
  }

  private static Consumer<ObjectNode> remove(String field) {
    return entry -> entry.remove(field);
  }
}
