package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is paid for what runs now may stand behind its name, as people write it. */
class PaidPriceTest {

  private static String target(String query, String current) {
    String encoded = URLEncoder.encode(current, StandardCharsets.UTF_8);
    return "/v1/recommendations?" + query + "&current=" + encoded;
  }

  private static JsonNode answer(String query, String current) {
    return Asking.answer(target(query, current));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A10G at $1.00; A10G; 1.00",
        "A10G@1.00; A10G; 1.00",
        "A10G @ $1/h; A10G; 1",
        "a10g for 1.00 USD/hour; A10G; 1.00",
        "A10G à 1 $; A10G; 1",
        "A10G À 1 $; A10G; 1",
        "A10G à 1,00; A10G; 1.00", // which is no A100
        "A10G à 1,00 $/h; A10G; 1.00",
        "L4 à 0,40; L4; 0.40",
        "A100 80GB à 1,40; A100_PCIE_80; 1.40",
        "A10G at $730/mo; A10G; 1",
        "g5.xlarge at 0.8; g5.xlarge; 0.8",
        "2x3090 at $0.44; 2x RTX_3090; 0.44",
      })
  void behindTheName(String current, String name, double usdPerHour) {
    JsonNode moved = answer("model=llama-3.1-8b", current).path("migration");

    assertEquals(name, moved.path("from").asText(), moved.toString());
    assertEquals(usdPerHour, moved.path("from_usd_per_hour").asDouble(), moved.toString());
  }

  @Test
  void ofFineTuningToo() {
    JsonNode moved =
        answer("model=llama-3.1-8b&task=qlora&examples=1000&average_tokens=500", "A10G at $1.00")
            .path("migration");

    assertEquals(1.0, moved.path("from_usd_per_hour").asDouble(), moved.toString());
  }

  @ParameterizedTest
  @CsvSource({"A10H at $1.00", "A10G at noon", "@1.00"})
  void whatIsNoNameOrNoPriceIsRefused(String current) {
    JsonNode faults = Asking.errors(Asking.get(target("model=llama-3.1-8b", current)));

    assertEquals("current", faults.at("/0/parameter").asText(), faults.toString());
  }
}
