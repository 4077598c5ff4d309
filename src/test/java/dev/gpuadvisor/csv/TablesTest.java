package dev.gpuadvisor.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table says what the JSON says. */
class TablesTest {

  private static final byte[] NO_BODY = {};
  private static final String QUESTION = "/v1/recommendations?model=qwen2.5-14b";

  @ParameterizedTest
  @ValueSource(strings = {"", "provider=all", "min_memory_gib=80&market=spot&provider=all"})
  void hasTheOffersOfTheList(String query) {
    List<Map<String, String>> rows = rows("/v1/offers?format=csv&" + query);
    JsonNode offers = json("/v1/offers?" + query).path("offers");

    assertEquals(offers.size(), rows.size());
    assertFalse(rows.isEmpty());
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      JsonNode offer = offers.path(i);
      for (String name : List.of("id", "provider", "market", "region", "gpus", "supply", "tier")) {
        assertEquals(offer.path(name).asText(), row.get(name), name);
      }
      assertEquals(offer.at("/price/usd_per_hour").asText(), row.get("usd_per_hour"));
      assertEquals(offer.at("/price/usd_per_month").asText(), row.get("usd_per_month"));
      assertFalse(row.get("as_of").isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&current=A10G&current_price_per_hour=1.00", "&task=qlora"})
  void hasTheAssessments(String more) {
    List<Map<String, String>> rows = rows(QUESTION + more + "&format=csv");
    JsonNode answer = json(QUESTION + more);

    assertEquals(answer.path("assessments").size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      JsonNode each = answer.path("assessments").path(i);
      for (String name :
          List.of(
              "offer",
              "quantization",
              "format",
              "fit",
              "verdict",
              "memory_percent",
              "required_gib",
              "difference_percent",
              "reason")) {
        assertEquals(each.path(name).asText(), row.get(name), name);
      }
      assertEquals(each.at("/price/usd_per_month").asText(), row.get("usd_per_month"));
      boolean recommended =
          each.path("offer").equals(answer.at("/picks/recommended/offer"))
              && each.path("quantization").equals(answer.at("/picks/recommended/quantization"));
      assertEquals(recommended, row.get("pick").contains("recommended"));
    }
  }

  /** What JSON counts as left out has no place in a table. */
  @Test
  void leavesNothingOutUnlessAsked() {
    JsonNode short_ = json(QUESTION + "&provider=all");
    int leftOut = 0;
    for (JsonNode each : short_.path("left_out")) {
      leftOut += each.path("count").asInt();
    }
    int all = rows(QUESTION + "&provider=all&format=csv").size();

    assertTrue(leftOut > 0);
    assertEquals(short_.path("assessments").size() + leftOut, all);
    assertTrue(rows(QUESTION + "&provider=all&format=csv&limit=2").size() < all);
  }

  @Test
  void comparesInTheOrderGiven() {
    List<Map<String, String>> rows =
        rows(
            "/v1/compare?offers=AMPERE_48,AMPERE_24&model=qwen2.5-14b&quantization=8bit&format=csv");

    assertEquals(
        List.of("AMPERE_48", "AMPERE_24"), rows.stream().map(row -> row.get("offer")).toList());
  }

  @Test
  void tellsAnotherCurrencyToo() {
    Map<String, String> row = rows("/v1/offers?format=csv&currency=EUR&usd_per_unit=2").get(0);

    assertEquals("EUR", row.get("currency"));
    assertEquals(
        Double.parseDouble(row.get("usd_per_hour")) / 2, Double.parseDouble(row.get("per_hour")));
  }

  /** What somebody calls an offer may begin like a formula. */
  @Test
  void holdsNoFormulaOfACaller() {
    String question =
        """
        {"model": "llama-3.1-8b", "provider": "own", "format": "csv",
         "offers": [{"id": "-2+3", "card": "RTX 3090", "usd_per_hour": 0.2}]}\
        """;
    ApiResponse response = Asking.post("/v1/recommendations", question);

    assertEquals(200, response.status(), () -> Asking.text(response));
    assertEquals("'-2+3", Rows.of(Asking.text(response)).get(0).get("offer"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv | text/csv; charset=utf-8",
        "TEXT/CSV;q=0.9, application/json;q=0.5 | text/csv; charset=utf-8",
        "text/* | text/csv; charset=utf-8",
        "*/* | application/json",
        "'' | application/json",
        "application/json, text/csv | application/json",
        "text/csv;q=0 | application/json",
        "text/html,application/xhtml+xml,*/*;q=0.8 | application/json",
        "application/json, text/event-stream | application/json"
      })
  void isTheKindThatIsAcceptedMost(String accept, String type) {
    ApiResponse response = ask("/v1/offers", accept);

    assertEquals(type, response.headers().get("content-type"));
    assertEquals("accept", response.headers().get("vary"));
  }

  @ParameterizedTest
  @CsvSource({"json, application/json", "CSV, text/csv; charset=utf-8"})
  void isTheFormatNamedWhateverIsAccepted(String format, String type) {
    ApiResponse response = ask("/v1/offers?format=" + format, "text/csv;q=0.5,application/json");

    assertEquals(type, response.headers().get("content-type"));
  }

  @Test
  void refusesOtherFormats() {
    ApiResponse response = Asking.get("/v1/offers?format=xlsx");

    assertEquals(400, response.status());
    assertEquals("[\"json\",\"csv\"]", Asking.errors(response).at("/0/allowed").toString());
  }

  private static ApiResponse ask(String target, String accept) {
    return Asking.API.handle(Asking.request("GET", target, Map.of("accept", accept), NO_BODY));
  }

  private static JsonNode json(String target) {
    return Asking.json(Asking.text(Asking.get(target)));
  }

  private static List<Map<String, String>> rows(String target) {
    ApiResponse response = Asking.get(target);
    assertEquals(200, response.status(), () -> Asking.text(response));
    return Rows.of(Asking.text(response));
  }
}
