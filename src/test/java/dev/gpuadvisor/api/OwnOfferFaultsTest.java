package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.http.ApiResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an offer of the caller's own is said with its place. */
class OwnOfferFaultsTest {

  private static JsonNode errors(String fields) {
    ApiResponse response =
        Asking.post("/v1/recommendations", "{\"model\":\"llama-3.1-8b\"," + fields + "}");
    assertEquals(400, response.status());
    return Asking.json(response).path("errors");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"card\":\"RTX 3091\",\"usd_per_hour\":1}            | offers[0].card",
        "{\"usd_per_hour\":1}                                  | offers[0].card",
        "{\"card\":\"TPU v5e\",\"usd_per_hour\":1}             | offers[0].card",
        "{\"card\":\"L4\"}                                     | offers[0].usd_per_hour",
        "{\"card\":\"L4\",\"usd_per_hour\":-1}                 | offers[0].usd_per_hour",
        "{\"card\":\"L4\",\"usd_per_hour\":\"1 EUR\"}          | offers[0].usd_per_hour",
        "{\"card\":\"L4\",\"usd_per_hour\":{\"a\":1}}          | offers[0].usd_per_hour",
        "{\"card\":\"L4\",\"usd_per_hour\":[1]}                | offers[0].usd_per_hour",
        "{\"card\":\"L4\",\"usd_per_hour\":\"3/mo\"}           | offers[0].usd_per_hour",
        "{\"card\":\"L4\",\"usd_per_hour\":1,\"usd_per_month\":9} | offers[0].usd_per_month",
        "{\"card\":\"L4\",\"usd_per_hour\":1,\"gpus\":0}       | offers[0].gpus",
        "{\"card\":\"2x L4\",\"usd_per_hour\":1,\"gpus\":16}   | offers[0].gpus",
        "{\"card\":\"L4\",\"usd_per_hour\":1,\"years\":0}      | offers[0].years",
        "{\"card\":\"L4\",\"usd_per_hour\":1,\"hourly\":1}     | offers[0].hourly",
        "{\"card\":\"L4\",\"usd_per_hour\":1,\"id\":\"<b>\"}   | offers[0].id",
        "{\"card\":\"L4\",\"usd_per_hour\":1,\"id\":\"AMPERE_24\"} | offers[0].id",
        "{}                                                    | offers[0].usd_per_hour",
        "\"L4\"                                                | offers",
        "\"L4 at nothing\"                                     | offers"
      })
  void aFaultNamesItsPath(String offer, String path) {
    JsonNode errors = errors("\"offers\":[" + offer + "]");

    assertTrue(errors.findValuesAsText("parameter").contains(path), () -> offer + ": " + errors);
  }

  @Test
  void everyFaultOfEveryOfferIsNamedWithItsPlace() {
    JsonNode errors =
        errors(
            "\"offers\":[{\"card\":\"x\",\"usd_per_hour\":\"y\"},{\"card\":\"L4\",\"usd_per_hour\":1},"
                + "{\"card\":\"L4\"}]");

    assertEquals(
        Set.of("offers[0].card", "offers[0].usd_per_hour", "offers[2].usd_per_hour"),
        new TreeSet<>(
            StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("parameter").asText())
                .toList()));
  }

  @Test
  void twoOfOneNameAreToldApart() {
    String offer = "{\"card\":\"L4\",\"usd_per_hour\":1}";

    assertEquals(
        "offers[1].id",
        errors("\"offers\":[" + offer + "," + offer + "]").get(0).path("parameter").asText());
  }

  @Test
  void ofWhatNobodyGaveNothingIsLookedAt() {
    assertEquals("provider", errors("\"provider\":\"own\"").get(0).path("parameter").asText());
  }
}
