package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.http.ApiResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a load is answered with. */
class LoadTest {

  private static final String LLAMA =
      "/v1/recommendations?model=llama-3.1-8b&quantization=16bit&input_tokens=1024&output_tokens=256";

  private static JsonNode ask(String target) {
    ApiResponse response = Asking.get(target);
    assertEquals(200, response.status(), Asking.text(response));
    return Asking.json(response);
  }

  private static BigDecimal cents(JsonNode usd) {
    return usd.decimalValue().setScale(2, RoundingMode.HALF_UP);
  }

  @Test
  void fiveThousandRequestsPerDayOfThreeSecondsAreHoursOfWork() {
    JsonNode answer =
        ask(
            "/v1/recommendations?model=llama-3.1-8b&runtime=vllm&requests_per_day=5000"
                + "&seconds_per_request=3&startup_seconds=0&quantization=8bit");
    JsonNode first = answer.at("/assessments/0");
    assertEquals(126.7, first.at("/capacity/scaling/working_hours_per_month").asDouble());
    BigDecimal hours = new BigDecimal("126.736111");
    BigDecimal hour = first.at("/price/usd_per_hour").decimalValue();
    assertEquals(
        hours.multiply(hour).setScale(2, RoundingMode.HALF_UP),
        cents(first.at("/capacity/usd_per_month")));
    assertEquals(
        cents(first.at("/price/usd_per_month")), cents(first.at("/capacity/usd_per_month")));
  }

  /** Without offers a card carries what it carries where it is rented. */
  @Test
  void aCardAloneSaysHowManyOfItCarryTheLoad() {
    String load = "&requests_per_second=8&max_first_token_seconds=0.5&max_seconds_per_token=0.06";
    String format = "model=llama-3.1-8b&quantization=bf16&input_tokens=1024&output_tokens=256";
    JsonNode alone = ask("/v1/estimate?" + format + "&card=A10G" + load).path("capacity");
    JsonNode rented =
        ask("/v1/recommendations?" + format + "&provider=aws-ec2" + load).path("assessments");
    for (JsonNode each : rented) {
      if (each.path("offer").asText().equals("g5.xlarge")) {
        assertEquals(each.at("/capacity/replicas"), alone.path("replicas"));
        assertEquals(each.at("/capacity/load_percent"), alone.path("load_percent"));
        return;
      }
    }
    throw new AssertionError(rented);
  }

  /** What runs now has to carry the same load as what is rented instead. */
  @Test
  void aMoveComparesWorkersThatCarryTheSame() {
    JsonNode now =
        ask(LLAMA
                + "&provider=all&requests_per_second=8&max_seconds_per_token=0.06"
                + "&current=A10G&current_price_per_hour=1")
            .path("migration");
    int replicas = now.path("from_replicas").asInt();
    assertTrue(replicas >= 9 && replicas <= 14, now::toString);
    assertEquals(replicas, now.path("from_usd_per_hour").asInt());
    assertEquals(730 * replicas, now.path("from_usd_per_month").asInt());
    assertTrue(now.at("/saving/percent").asDouble() > 0, now::toString);
  }

  /** 10 requests per second against $0.20 and $0.60 per million tokens. */
  @Test
  void anApiIsComparedToTheCent() {
    JsonNode answer =
        ask(
            LLAMA
                + "&provider=modal&requests_per_second=10&max_load=1&latency=batch"
                + "&startup_seconds=0&starts_per_hour=0"
                + "&api_usd_per_million_input=0.20&api_usd_per_million_output=0.60");
    JsonNode api = answer.path("api");
    assertEquals(new BigDecimal("9418.75"), cents(api.path("usd_per_month")));
    BigDecimal own = answer.at("/picks/recommended/price/usd_per_month").decimalValue();
    assertEquals(0, own.compareTo(api.path("own_usd_per_month").decimalValue()));
    assertEquals(
        api.path("usd_per_month").decimalValue().subtract(own).setScale(2, RoundingMode.HALF_UP),
        cents(api.at("/saving/usd_per_month")));
  }

  /** What a machine of one's own costs: a price over three years, and its power. */
  @Test
  void hardwareOfOnesOwnIsAnOfferLikeTheOthers() {
    ApiResponse response =
        Asking.post(
            "/v1/recommendations",
            """
            {"model": "llama-3.1-8b", "quantization": "16bit", "requests_per_second": 1,
             "input_tokens": 1024, "output_tokens": 256,
             "offers": [{"id": "mine", "card": "RTX 4090", "purchase_usd": 2628, "years": 3,
                         "watts": 500, "usd_per_kwh": 0.20}]}
            """);
    assertEquals(200, response.status(), Asking.text(response));
    JsonNode answer = Asking.json(response);
    JsonNode both = answer.path("rent_or_buy");
    assertEquals("mine", both.path("own").asText());
    int replicas = 0;
    for (JsonNode each : answer.path("assessments")) {
      if (each.path("offer").asText().equals("mine")) {
        replicas = each.at("/capacity/replicas").asInt();
      }
    }
    assertTrue(replicas > 0);
    // 2628 / (3 x 8760) + 0.5 x 0.20 = 0.20 dollars per hour
    BigDecimal month = new BigDecimal("146.00").multiply(BigDecimal.valueOf(replicas));
    assertEquals(month, cents(both.path("own_usd_per_month")));
    assertEquals("own", both.path("cheaper").asText());
    assertFalse(both.path("break_even_requests_per_second").isMissingNode());
  }

  @Test
  void withoutALoadNothingIsSaidOfOne() {
    JsonNode answer = ask("/v1/recommendations?model=llama-3.1-8b");
    assertTrue(answer.path("load").isMissingNode());
    assertTrue(answer.at("/assessments/0/capacity").isMissingNode());
  }

  @Test
  void whatIsAssumedIsSaid() {
    JsonNode answer = ask("/v1/recommendations?model=llama-3.1-8b&requests_per_second=0.1");
    assertTrue(answer.at("/load/targets_assumed").asBoolean());
    assertEquals(1, answer.at("/load/max_first_token_seconds").asDouble());
    assertEquals(0.05, answer.at("/load/max_seconds_per_token").asDouble());
    assertTrue(answer.at("/load/tokens_assumed").asBoolean());
    assertTrue(answer.path("notes").toString().contains("targets_assumed"));
    JsonNode batch =
        ask("/v1/recommendations?model=llama-3.1-8b&requests_per_second=0.1&latency=batch");
    assertFalse(batch.at("/load/targets_assumed").asBoolean());
    assertTrue(batch.at("/load/max_first_token_seconds").isMissingNode());
  }

  @ParameterizedTest
  @CsvSource({
    "context=4096&input_tokens=100, input_tokens",
    "requests_per_second=1&requests_per_day=5, requests_per_day",
    "requests_per_second=1&output_tokens=0, output_tokens",
    "requests_per_second=1&context=1000&input_tokens=900&output_tokens=200, input_tokens",
    "requests_per_second=1&api_usd_per_million_input=1, api_usd_per_million_output",
    "api_usd_per_million_input=1&api_usd_per_million_output=1, api_usd_per_million_input",
    "task=lora&requests_per_second=1, requests_per_second",
    "requests_per_second=0, requests_per_second",
    "requests_per_second=1&max_load=2, max_load"
  })
  void whatMakesNoSenseIsAFaultOfItsParameter(String query, String parameter) {
    ApiResponse response = Asking.get("/v1/recommendations?model=llama-3.1-8b&" + query);
    assertEquals(400, response.status());
    assertTrue(
        Asking.json(response).path("errors").findValuesAsText("parameter").contains(parameter),
        Asking.text(response));
  }
}
