package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose offers an answer looks at. */
class ProvidersTest {

  private static final List<String> EVERY = Catalog.bundled().priceLists().ids();

  private static List<String> providers(String query) {
    return Asking.json(Asking.get("/v1/offers" + query))
        .path("price_lists")
        .findValuesAsText("provider");
  }

  @Test
  void isTheFirstListUnlessNamed() {
    assertEquals(List.of("runpod-serverless"), providers(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?provider=all",
        "?provider=ALL",
        "?provider=all,runpod-serverless",
        "?provider=runpod-serverless&provider=all"
      })
  void areAllOfThemInTheirOrder(String query) {
    assertEquals(EVERY, providers(query));
  }

  @Test
  void areAllOfThemInARecommendationToo() {
    JsonNode answer = Asking.json(Asking.get("/v1/recommendations?model=qwen2.5-14b&provider=all"));

    assertEquals(EVERY, answer.path("price_lists").findValuesAsText("provider"));
    assertEquals(2 * Catalog.bundled().offers().all().size(), answer.path("assessments").size());
  }

  @Test
  void includeAllAmongTheAllowedNames() {
    JsonNode fault = Asking.errors(Asking.get("/v1/offers?provider=nobody")).path(0);
    String allowed = fault.path("allowed").toString();

    assertTrue(allowed.startsWith("[\"runpod-serverless\""), allowed);
    assertTrue(allowed.endsWith(",\"all\"]"), allowed);
  }

  @Test
  void areNeverCalledAll() {
    assertTrue(Catalog.bundled().priceLists().find("all").isEmpty());
  }
}
