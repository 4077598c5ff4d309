package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose offers an answer looks at. */
class ProvidersTest {

  private static final List<String> EVERY = BundledCatalog.catalog().priceLists().ids();

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
    JsonNode answer =
        Asking.json(Asking.get("/v1/recommendations?model=qwen2.5-14b&provider=all&limit=10000"));

    assertEquals(EVERY, answer.path("price_lists").findValuesAsText("provider"));
    assertEquals(2 * onDemand(), answer.path("assessments").size());
  }

  private static long onDemand() {
    return BundledCatalog.catalog().offers().all().stream()
        .filter(offer -> offer.sale().market() == Market.ON_DEMAND)
        .count();
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
    assertTrue(BundledCatalog.catalog().priceLists().find("all").isEmpty());
  }

  static Stream<String> everyProvider() {
    return Stream.concat(EVERY.stream(), Stream.of("all"));
  }

  /**
   * Of those that generate text. A reason or a note without its text would be a fault of the
   * service.
   */
  @ParameterizedTest
  @MethodSource("everyProvider")
  void answerForEveryModelInBothLanguages(String provider) {
    for (Model model : BundledCatalog.catalog().models().all()) {
      if (model.kind() != ModelKind.GENERATOR) {
        continue;
      }
      for (String more : List.of("", "&max_gpus=8&lang=fr", "&min_supply=low&rank_by=speed")) {
        String question =
            "/v1/recommendations?model=" + model.id() + "&provider=" + provider + more;
        ApiResponse response = Asking.get(question);
        assertEquals(200, response.status(), () -> question + ": " + Asking.text(response));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyProvider")
  void isNamedWithEachOffer(String provider) {
    JsonNode answer =
        Asking.json(Asking.get("/v1/recommendations?model=llama-3.1-8b&provider=" + provider));
    for (JsonNode named : answer.findParents("offer")) {
      Offer offer =
          BundledCatalog.catalog().offers().find(named.path("offer").asText()).orElseThrow();
      assertEquals(offer.provider(), named.path("provider").asText());
      assertTrue(provider.equals("all") || provider.equals(offer.provider()), offer.id());
    }
  }

  @Test
  void areNamedOnBothSidesOfAMigrationAndAComparison() {
    JsonNode answer =
        Asking.json(
            Asking.get("/v1/recommendations?model=llama-3.1-8b&provider=modal&current=g5.xlarge"));
    assertEquals("aws-ec2", answer.at("/migration/from_provider").asText());
    assertEquals("modal", answer.at("/migration/to_provider").asText());

    JsonNode comparison =
        Asking.json(Asking.get("/v1/compare?model=llama-3.1-8b&offers=g5.xlarge,modal-l4"));
    assertEquals("aws-ec2", comparison.path("against_provider").asText());
  }
}
