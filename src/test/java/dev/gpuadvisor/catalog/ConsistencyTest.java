package dev.gpuadvisor.catalog;

import static dev.gpuadvisor.catalog.AlteredCatalog.faultOf;
import static dev.gpuadvisor.catalog.reading.CatalogReader.CARDS;
import static dev.gpuadvisor.catalog.reading.CatalogReader.MODELS;
import static dev.gpuadvisor.catalog.reading.CatalogReader.QUANTIZATIONS;
import static dev.gpuadvisor.catalog.reading.CatalogReader.RUNTIMES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Values that are fine alone, but not together. */
class ConsistencyTest {

  @Test
  void aCardReportsNoMoreThanItsLabel() {
    assertEquals(
        "cards.json, entry 'L4', field 'reported_mib': must not exceed the label, 24576 MiB",
        faultOf(CARDS, "L4", card -> card.put("reported_mib", 24577)));
  }

  @Test
  void aFormatHasAtMost32BitsAndAQualityUpTo5() {
    assertEquals(
        "quantizations.json, entry 'awq', field 'bits_per_weight': must be at most 32",
        faultOf(QUANTIZATIONS, "awq", awq -> awq.put("bits_per_weight", 41.5)));
    assertEquals(
        "quantizations.json, entry 'awq', field 'quality': must be from 1 to 5",
        faultOf(QUANTIZATIONS, "awq", awq -> awq.put("quality", 6)));
  }

  @Test
  void aShareIsAtMostOne() {
    assertEquals(
        "runtimes.json, entry 'transformers-4.46', field 'usable_fraction': must be at most 1",
        faultOf(RUNTIMES, "transformers-4.46", runtime -> runtime.put("usable_fraction", 90)));
  }

  @Test
  void aTokenTouchesNoMoreThanThereIs() {
    assertEquals(
        "models.json, entry 'phi-4', field 'active_parameters': must be at most 14659507200, not"
            + " 14659507201",
        faultOf(MODELS, "phi-4", phi -> phi.put("active_parameters", 14_659_507_201L)));
  }

  @Test
  void theEmbeddingsArePartOfTheParameters() {
    assertEquals(
        "models.json, entry 'phi-4', field 'vocabulary': must be at most 14659507200, not"
            + " 20551680000",
        faultOf(MODELS, "phi-4", phi -> phi.put("vocabulary", 2_007_000)));
  }

  @Test
  void aModelWithoutExpertsHasNoExpertParameters() {
    assertEquals(
        "models.json, entry 'phi-4', field 'expert_parameters': must be at most 0, not 1",
        faultOf(MODELS, "phi-4", phi -> phi.put("expert_parameters", 1)));
  }

  @Test
  void idleExpertsAreNotActive() {
    assertEquals(
        "models.json, entry 'mixtral-8x7b-instruct-v0.1', field 'active_parameters': must be the"
            + " parameters without idle experts, 12879925248",
        faultOf(
            MODELS,
            "mixtral-8x7b-instruct-v0.1",
            mixtral -> mixtral.put("active_parameters", 13_000_000_000L)));
  }

  @Test
  void aTokenUsesNoMoreExpertsThanThereAre() {
    assertEquals(
        "models.json, entry 'gpt-oss-20b', field 'experts.experts_per_token': must be at most 32,"
            + " not 33",
        faultOf(
            MODELS,
            "gpt-oss-20b",
            model -> model.withObject("/experts").put("experts_per_token", 33)));
  }

  @Test
  void kvHeadsDivideTheHeads() {
    assertEquals(
        "models.json, entry 'phi-4', field 'attention.kv_heads': must divide the heads, 40",
        faultOf(MODELS, "phi-4", phi -> phi.withObject("/attention").put("kv_heads", 7)));
  }

  @Test
  void aWindowHasAnEffect() {
    assertEquals(
        "models.json, entry 'gemma-2-9b-it', field 'sliding_window.window': must be at most 8192,"
            + " not 9000",
        faultOf(
            MODELS,
            "gemma-2-9b-it",
            gemma -> gemma.withObject("/sliding_window").put("window", 9000)));
  }
}
