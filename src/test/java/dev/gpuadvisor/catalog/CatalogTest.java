package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private final Catalog catalog = BundledCatalog.catalog();

  @Test
  void holdsTheModelOfTheBriefToTheLastParameter() {
    Model model = catalog.models().find("qwen2.5-14b").orElseThrow();

    assertEquals("Qwen/Qwen2.5-14B-Instruct", model.huggingFaceId());
    assertEquals(14_770_033_664L, model.parameters());
    assertEquals(14_770_033_664L - 2L * 152_064 * 5_120, model.linearParameters());
  }

  @Test
  void answersFromRunPodServerlessWhenNoProviderIsNamed() {
    assertEquals("runpod-serverless", catalog.defaultPriceList().provider());
    assertEquals(11, catalog.defaultPriceList().offers().size());
  }

  @Test
  void meansTheDefaultProfileByTheNameOfARuntime() {
    assertSame(
        catalog.runtimes().find("transformers-4.46").orElseThrow(),
        catalog.runtimes().find("transformers").orElseThrow());
  }

  @Test
  void knowsACardByTheNameThatItsDriverGives() {
    assertEquals("RTX_3090", catalog.cards().find("NVIDIA GeForce RTX 3090").orElseThrow().id());
    assertEquals("A10G", catalog.cards().find("nvidia a10g").orElseThrow().id());
  }

  @Test
  void knowsAnOfferByTheNameInItsProvidersDocuments() {
    assertEquals("ADA_24_PRO", catalog.offers().find("ADA_24").orElseThrow().id());
    assertEquals("BLACKWELL_180_PRO", catalog.offers().find("blackwell-180").orElseThrow().id());
  }

  @Test
  void meansNoneOfSeveralCardsByACommonName() {
    assertEquals(Optional.empty(), catalog.cards().find("H100"));
    assertEquals(Optional.empty(), catalog.cards().find("A100"));
  }

  @Test
  void resolvesAFamilyToTheRuntimesFirstFormat() {
    RuntimeProfile transformers = catalog.runtimes().find("transformers").orElseThrow();

    assertEquals("gptq-int8", transformers.formats().get("8bit").get(0).id());
    assertEquals("gptq-int4", transformers.formats().get("4bit").get(0).id());
    assertEquals("bf16", transformers.formats().get("16bit").get(0).id());
    assertEquals(
        List.of("16bit", "8bit", "4bit", "32bit"), List.copyOf(transformers.formats().keySet()));
  }
}
