package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.http.ApiResponse;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A quote, a contract, a machine in the cellar: judged beside the lists, or alone. */
class OwnOffersTest {

  private static final String MODEL = "\"model\":\"llama-3.1-8b\",\"quantization\":\"8bit\"";

  private static ApiResponse post(String fields) {
    return Asking.post("/v1/recommendations", "{" + MODEL + "," + fields + "}");
  }

  private static JsonNode answer(String fields) {
    ApiResponse response = post(fields);
    assertEquals(200, response.status(), new String(response.body(), UTF_8));
    Schemas.assertValid("Recommendation", Asking.text(response));
    return Asking.json(response);
  }

  private static Set<String> providers(JsonNode answer) {
    return new TreeSet<>(answer.path("assessments").findValuesAsText("provider"));
  }

  private static JsonNode only(JsonNode answer) {
    assertEquals(1, answer.path("assessments").size());
    return answer.path("assessments").get(0);
  }

  private static void assertAmount(String expected, JsonNode amount) {
    assertEquals(0, new BigDecimal(expected).compareTo(amount.decimalValue()), amount.toString());
  }

  @Test
  void standsBesideTheListsThatAreAskedForAndHasNoSource() {
    JsonNode answer =
        answer("\"offers\":[{\"id\":\"quote\",\"card\":\"L4\",\"usd_per_hour\":0.2}]");

    assertEquals(Set.of("own", "runpod-serverless"), providers(answer));
    assertEquals("quote", answer.at("/picks/recommended/offer").asText());
    assertEquals(
        List.of("runpod-serverless"), answer.path("price_lists").findValuesAsText("provider"));
  }

  @Test
  void standsAloneWhereNothingElseIsAskedFor() {
    JsonNode answer =
        answer("\"provider\":\"own\",\"offers\":[{\"card\":\"L4\",\"usd_per_hour\":0.2}]");

    assertEquals(Set.of("own"), providers(answer));
    assertEquals("own-L4", answer.at("/picks/recommended/offer").asText());
    assertEquals(0, answer.path("price_lists").size());
  }

  @Test
  void staysWhereverAndHoweverTheOthersAreRented() {
    JsonNode answer =
        answer(
            "\"provider\":\"all\",\"region\":\"eu\",\"market\":\"spot\","
                + "\"offers\":[{\"card\":\"L4\",\"usd_per_hour\":0.2}]");

    assertTrue(providers(answer).contains("own"));
    assertTrue(providers(answer).size() > 1);
  }

  /** By hand: 4000/(3 × 8760) + 0.9 × 0.30; 3600 × 0.0003; 1500/730. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"usd_per_hour\":0.4'                                   | 0.4            | 292",
        "'\"usd_per_hour\":\"0.4/h\"'                             | 0.4            | 292",
        "'\"usd_per_hour\":0'                                     | 0              | 0",
        "'\"usd_per_second\":0.0003'                              | 1.08           | 788.4",
        "'\"usd_per_month\":1500'                                 | 2.054794520548 | 1500",
        "'\"usd_per_month\":\"$1,500/mo\"'                        | 2.054794520548 | 1500",
        "'\"purchase_usd\":26280,\"years\":3'                     | 1              | 730",
        "'\"purchase_usd\":26280'                                 | 1              | 730",
        "'\"purchase_usd\":8760,\"years\":1,\"watts\":900,\"usd_per_kwh\":0.3' | 1.27 | 927.1",
        "'\"purchase_usd\":0,\"watts\":1000,\"usd_per_kwh\":0.5'  | 0.5            | 365",
        "'\"watts\":1000,\"usd_per_kwh\":0.5'                     | 0.5            | 365",
        "'\"watts\":\"1 kW\",\"usd_per_kwh\":0.5,\"usd_per_hour\":0.1' | 0.6       | 438"
      })
  void costsWhatItsPriceItsPurchaseAndItsPowerCome(String price, String hour, String month) {
    JsonNode one =
        only(answer("\"provider\":\"own\",\"offers\":[{\"card\":\"RTX 3090\"," + price + "}]"));

    assertAmount(hour, one.at("/price/usd_per_hour"));
    assertAmount(month, one.at("/price/usd_per_month"));
  }

  @ParameterizedTest
  @CsvSource({
    "2x RTX 3090, 2, own-2x-RTX_3090",
    "NVIDIA GeForce RTX 3090, 1, own-RTX_3090",
    "3090, 1, own-RTX_3090",
    "g5.12xlarge, 4, own-4x-A10G"
  })
  void isOfAnyCardByAnyName(String card, int gpus, String id) {
    JsonNode one =
        only(
            answer(
                "\"provider\":\"own\",\"offers\":[{\"card\":\""
                    + card
                    + "\",\"usd_per_hour\":1}]"));

    assertEquals(gpus, one.path("gpus").asInt());
    assertEquals(id, one.path("offer").asText());
    assertFalse(one.path("verdict").asText().equals("too_many_gpus"));
  }

  @Test
  void anObjectALineAndAQuerySayTheSame() {
    JsonNode object =
        answer(
            "\"provider\":\"own\",\"offers\":[{\"id\":\"cellar\",\"card\":\"RTX 3090\",\"gpus\":2,"
                + "\"usd_per_hour\":0.4},{\"card\":\"H100\",\"usd_per_month\":1460}]");
    for (String text :
        List.of(
            "cellar: 2x RTX 3090 at 0.40/h; H100 @ $2",
            "cellar=2x 3090@0.4\nH100 for 1460/mo",
            "[{\"id\":\"cellar\",\"card\":\"2x RTX 3090\",\"usd_per_hour\":0.4},"
                + "{\"card\":\"H100\",\"usd_per_hour\":2}]")) {
      String query =
          "/v1/recommendations?model=llama-3.1-8b&quantization=8bit&provider=own&offers="
              + URLEncoder.encode(text, UTF_8);
      JsonNode line = Asking.json(Asking.get(query));

      assertEquals(object.path("picks"), line.path("picks"), text);
    }
  }

  @Test
  void whatRunsNowMayBeOneOfThem() {
    JsonNode answer =
        answer(
            "\"current\":\"contract\",\"offers\":[{\"id\":\"contract\",\"card\":\"A10G\","
                + "\"usd_per_hour\":1}]");

    assertEquals("contract", answer.at("/migration/from").asText());
    assertEquals("own", answer.at("/migration/from_provider").asText());
    assertEquals("AMPERE_24", answer.at("/migration/to").asText());
    assertAmount("31.6", answer.at("/migration/saving/percent"));
  }

  /** Lambda's A10 of 1.29 against an A10G at 1.00: (1.00 - 1.29) / 1.00. */
  @Test
  void movingToWhatCostsMoreIsALoss() {
    JsonNode answer =
        answer(
            "\"provider\":\"own\",\"current\":\"A10G\",\"current_price_per_hour\":1.00,"
                + "\"offers\":[{\"id\":\"lambda\",\"card\":\"A10\",\"usd_per_hour\":1.29}]");

    assertAmount("-29", answer.at("/migration/saving/percent"));
    assertAmount("-211.7", answer.at("/migration/saving/usd_per_month"));
  }

  @Test
  void nothingIsAPercentageOfWhatCostsNothing() {
    JsonNode answer =
        answer("\"offers\":[{\"id\":\"mine\",\"card\":\"RTX 3090\",\"usd_per_hour\":0}]");

    assertEquals("mine", answer.at("/picks/recommended/offer").asText());
    for (JsonNode each : answer.path("assessments")) {
      boolean mine = each.path("offer").asText().equals("mine");
      assertEquals(mine, each.has("difference_percent"), each.toString());
      assertFalse(each.path("reason").asText().contains("0%"), each.path("reason").asText());
    }
    answer.path("fallbacks").forEach(each -> assertFalse(each.has("difference_percent")));
    assertFalse(answer.has("break_even"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void thePageTakesThemInATextAndShowsThemAgain(String lang) {
    String page =
        Asking.text(
            Asking.get(
                "/?model=llama-3.1-8b&provider=own&lang="
                    + lang
                    + "&offers="
                    + URLEncoder.encode("cellar: 2x RTX 3090 at 0.40/h", UTF_8)));

    assertTrue(page.contains("value=\"cellar: 2x RTX 3090 at 0.40/h\""));
    assertTrue(page.contains("cellar</"), page);
  }

  @Test
  void thePageSaysWhatIsWrongBesideTheField() {
    String page = Asking.text(Asking.get("/?model=llama-3.1-8b&offers=cellar:+RTX+3091+at+0.40/h"));

    assertTrue(page.contains("id=\"f-offers-fault\""));
    assertTrue(page.contains("RTX_3090"));
  }

  @Test
  void aReportOfNothingElseHasNoListsToName() {
    String target = "/v1/report?model=llama-3.1-8b&provider=own&offers=RTX+3090+at+0";

    assertEquals(200, Asking.get(target).status());
    assertTrue(Asking.text(Asking.get(target)).contains("Offers of your own"));
  }
}
