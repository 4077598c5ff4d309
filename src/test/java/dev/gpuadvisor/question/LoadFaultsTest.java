package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadFaultsTest {

  private static final String MODEL = "model=llama-3.1-8b&";
  private static final String RATE = MODEL + "requests_per_second=1&";

  @ParameterizedTest
  @CsvSource({
    "max_load=0.5, max_load: fault.load_of_what",
    "context=4096&input_tokens=1000, input_tokens: fault.load_of_what",
    "input_tokens=16777216&output_tokens=16, input_tokens: fault.request_tokens",
    "latency=interactive, latency: fault.load_of_what",
    "max_first_token_seconds=1, max_first_token_seconds: fault.load_of_what",
    "api_usd_per_million_input=1, api_usd_per_million_input: fault.load_of_what",
    "api_usd_per_million_output=1, api_usd_per_million_output: fault.load_of_what",
    "api_usd_per_million_cached=1, api_usd_per_million_cached: fault.load_of_what",
    "requests_per_second=1&requests_per_day=9, requests_per_day: fault.two_rates",
    "requests_per_second=1&api_usd_per_million_input=1, api_usd_per_million_output: fault.missing",
    "requests_per_second=1&api_usd_per_million_output=1, api_usd_per_million_input: fault.missing",
    "requests_per_second=1&max_load=2, max_load: fault.decimal_number",
    "requests_per_second=0, requests_per_second: fault.decimal_number",
  })
  void whatIsRefused(String said, String fault) {
    assertEquals(List.of(fault), Asking.faults(MODEL + said));
  }

  @Test
  void aPriceOfCachedTokensNeedsTheOthers() {
    assertEquals(
        List.of(
            "api_usd_per_million_input: fault.missing",
            "api_usd_per_million_output: fault.missing"),
        Asking.faults(RATE + "api_usd_per_million_cached=1"));
  }
}
