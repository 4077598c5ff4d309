package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spot, reserved, regions; offers by memory; what runs on a card. */
class MarketsTest {

  private static JsonNode offers(String query) {
    return Asking.json(Asking.get("/v1/offers?" + query)).path("offers");
  }

  private static Set<String> values(JsonNode offers, String field) {
    return new TreeSet<>(offers.findValuesAsText(field));
  }

  @Test
  void onlyWhatIsSoldOnDemandIsListedUnlessAnotherMarketIsAskedFor() {
    assertEquals(Set.of("on_demand"), values(offers("provider=all"), "market"));
    assertEquals(Set.of("spot"), values(offers("provider=all&market=spot"), "market"));
    assertEquals(offers("provider=all&market=spot"), offers("market=spot"));
    assertEquals(offers("provider=all&region=eu"), offers("region=eu"));
    assertEquals(Set.of("spot"), values(offers("provider=aws-ec2&spot=true"), "market"));
    assertEquals(
        Set.of("on_demand", "reserved", "spot"),
        values(offers("provider=gcp-compute-engine&market=any"), "market"));
  }

  @ParameterizedTest
  @CsvSource({
    "eu, europe",
    "Europe, europe",
    "us, north_america",
    "north_america, north_america",
    "asia, asia"
  })
  void aRegionIsAContinentOrACountry(String region, String continent) {
    JsonNode offers = offers("provider=all&market=any&region=" + region);

    assertTrue(offers.size() > 0);
    for (JsonNode offer : offers) {
      assertEquals(continent, offer.path("continent").asText(), offer.path("id").asText());
    }
  }

  @ParameterizedTest
  @CsvSource({"eu-north-1, eu-north-1", "East US, East US", "eastus, East US", "nl, europe-west4"})
  void aRegionIsThatOfItsProviderHoweverItIsWritten(String region, String name) {
    JsonNode offers = offers("provider=all&market=any&region=" + region.replace(" ", "%20"));

    assertEquals(Set.of(name), values(offers, "region"));
  }

  /** As a console lists them: the city counts. */
  @ParameterizedTest
  @CsvSource({
    "US%20East%20(N.%20Virginia), us",
    "Europe%20(Frankfurt), germany",
    "Asia%20Pacific%20(Tokyo), japan"
  })
  void aRegionIsReadAsConsolesListIt(String listed, String country) {
    assertEquals(
        offers("provider=all&market=any&region=" + country),
        offers("provider=all&market=any&region=" + listed));
  }

  @Test
  void eitherOfSeveralCardsMayBeWanted() {
    List<String> either = offers("provider=all&card=L4%20or%20T4").findValuesAsText("id");
    Set<String> each = new TreeSet<>(offers("provider=all&card=L4").findValuesAsText("id"));
    each.addAll(offers("provider=all&card=T4").findValuesAsText("id"));

    assertEquals(each, new TreeSet<>(either));
  }

  @Test
  void aRecommendationStaysInItsRegionAndMarket() {
    String question = "/v1/recommendations?model=llama-3.1-8b&provider=all&market=spot&region=eu";
    JsonNode answer = Asking.json(Asking.get(question));
    String pick = answer.at("/picks/recommended/offer").asText();
    JsonNode offer = Asking.json(Asking.get("/v1/offers/" + pick));

    assertEquals("spot", offer.path("market").asText());
    assertEquals("europe", offer.path("continent").asText());
    assertTrue(answer.path("notes").findValuesAsText("code").contains("spot"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "provider=modal&market=spot",
        "provider=modal&spot=true",
        "provider=modal&region=eu",
        "provider=aws-ec2&region=africa",
        "provider=aws-ec2&market=reserved",
        "provider=aws-ec2&region=atlantis",
        "provider=aws-ec2&spot=true&market=reserved"
      })
  void whatIsSoldNowhereIsRefusedAndNeverAnsweredAsSomethingElse(String query) {
    for (String path : List.of("/v1/offers?", "/v1/recommendations?model=llama-3.1-8b&")) {
      JsonNode problem = Asking.json(Asking.get(path + query));
      assertEquals(400, problem.path("status").asInt(), query);
      String parameter = problem.at("/errors/0/parameter").asText();
      assertTrue(Set.of("market", "region", "spot").contains(parameter), parameter);
    }
  }

  @Test
  void theCheapestOfSoMuchMemoryComesFirst() {
    JsonNode offers = offers("provider=all&min_memory_gib=80");
    List<BigDecimal> prices = new ArrayList<>();
    for (JsonNode offer : offers) {
      assertTrue(offer.path("nominal_gb").asInt() >= 80, offer.path("id").asText());
      prices.add(offer.at("/price/usd_per_hour").decimalValue());
    }
    assertEquals(prices.stream().sorted().toList(), prices);
    assertTrue(values(offers, "id").contains("modal-h100"));
  }

  @Test
  void offersAreSortedAsAskedFor() {
    JsonNode byMemory = offers("provider=all&sort=memory");
    assertTrue(
        byMemory.path(0).path("nominal_gb").asInt() >= byMemory.path(1).path("nominal_gb").asInt());
    assertEquals("AMPERE_16", offers("provider=all").path(0).path("id").asText());
  }

  @Test
  void aCardAnswersWhatRunsOnIt() {
    JsonNode answer = Asking.json(Asking.get("/v1/models?card=RTX_5090&context=32k"));

    assertEquals(1, answer.path("gpus").asInt());
    assertEquals(32_768, answer.path("context").asInt());
    assertTrue(answer.path("count").asInt() > 20);
    for (JsonNode model : answer.path("models")) {
      JsonNode runs = model.path("runs");
      assertFalse(runs.path("fit").asText().equals("no"), model.path("id").asText());
      assertTrue(runs.path("largest_context").asInt() >= 32_768, model.path("id").asText());
      String estimate =
          "/v1/estimate?card=RTX_5090&context=32768&model="
              + model.path("id").asText()
              + "&quantization="
              + runs.path("format").asText();
      JsonNode card = Asking.json(Asking.get(estimate)).path("on_card");
      if (!card.isMissingNode()) {
        assertEquals(card.path("fit").asText(), runs.path("fit").asText(), estimate);
      }
    }
  }

  @Test
  void anInstanceHasAllItsGpus() {
    JsonNode answer = Asking.json(Asking.get("/v1/models?card=g5.12xlarge&search=llama-3.3-70b"));

    assertEquals(4, answer.path("gpus").asInt());
    assertEquals("llama-3.3-70b-instruct", answer.at("/models/0/id").asText());
  }

  @Test
  void howLongAContextNeedsACard() {
    JsonNode problem = Asking.json(Asking.get("/v1/models?context=32k"));

    assertEquals("card", problem.at("/errors/0/parameter").asText());
  }

  /** Somebody owns a card, and pays nothing for it by the hour. */
  @Test
  void whatCostsNothingIsComparedToo() {
    String question =
        "model=llama-3.1-8b&quantization=4bit&current=RTX_3090&current_price_per_hour=0";
    JsonNode migration =
        Asking.json(Asking.get("/v1/recommendations?" + question)).path("migration");

    assertEquals(0, migration.path("from_usd_per_hour").asInt());
    assertTrue(migration.path("saving").path("usd_per_month").asDouble() < 0);
    assertTrue(migration.path("saving").path("percent").isMissingNode());
    assertEquals(200, Asking.get("/v1/report?" + question).status());
  }

  /** The A10 of Lambda costs 1.29, not the 0.86 of an old page. */
  @Test
  void movingToADearerCardIsNoSaving() {
    JsonNode answer =
        Asking.json(
            Asking.get(
                "/v1/recommendations?model=llama-3.1-8b&provider=lambda-cloud&quantization=8bit"
                    + "&current=A10G&current_price_per_hour=1.00&max_gpus=1&budget_per_hour=1.5"));
    JsonNode a10 = null;
    for (JsonNode each : answer.path("assessments")) {
      a10 = each.path("offer").asText().equals("gpu_1x_a10") ? each : a10;
    }
    assertEquals(1.29, a10.at("/price/usd_per_hour").asDouble());
  }

  /** Whoever wants one card is told of it alone, and that others were not looked at. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "card=L40S",
        "card=2x A100 80GB",
        "card=H100&market=spot",
        "card=A10&provider=lambda"
      })
  void aRecommendationOfOneCard(String query) {
    JsonNode answer =
        Asking.json(Asking.get("/v1/recommendations?model=llama-3.1-8b&limit=1000&" + query));
    String card = query.substring("card=".length()).replaceAll("&.*|^[0-9]x ", "").split(" ")[0];

    JsonNode assessments = answer.path("assessments");
    assertTrue(assessments.size() > 0, answer.toString());
    for (JsonNode assessment : assessments) {
      Offer offer =
          BundledCatalog.catalog().offers().find(assessment.path("offer").asText()).orElseThrow();
      assertTrue(offer.cards().stream().allMatch(each -> each.id().startsWith(card)), offer.id());
    }
    assertTrue(answer.path("notes").findValuesAsText("code").contains("card"));
  }

  /** The same card elsewhere for more money is a loss, whatever else is cheaper there. */
  @Test
  void whatMovingToOneCardLoses() {
    JsonNode answer =
        Asking.json(
            Asking.get(
                "/v1/recommendations?model=llama-3.1-8b&provider=lambda&card=A10"
                    + "&current=A10G at $1.00"));
    JsonNode migration = answer.path("migration");

    assertEquals("gpu_1x_a10", migration.path("to").asText(), answer.toString());
    assertEquals(-29, migration.path("saving").path("percent").asInt(), answer.toString());
  }
}
