package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class CatalogTest {

  private final Catalog catalog = Catalog.bundled();

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
    assertEquals(11, catalog.offers().all().size());
  }

  @Test
  void meansTheDefaultProfileByTheNameOfARuntime() {
    assertSame(
        catalog.runtimes().find("transformers-4.46").orElseThrow(),
        catalog.runtimes().find("transformers").orElseThrow());
  }
}
