package dev.gpuadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that changes the money is left out of a line: it counts, or is asked back. */
class MoneyWordsTest {

  private static final String PICK = "Rent ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "llama-3.1-8b 500 EUR/mo",
        "llama-3.1-8b 500€/mo",
        "llama-3.1-8b $500/mo",
        "llama-3.1-8b 3 euros per hour",
        "llama-3.1-8b 2/h",
        "llama-3.1-8b budget=500 EUR/mo",
        "llama-3.1-8b budget=300€/mo",
        "llama-3.1-8b budget=500 EUR",
        "llama-3.1-8b budget=500 GBP/mo currency=EUR rate=1.08",
        "llama-3.1-8b vs a10g@1€/h",
        "llama-3.1-8b vs 300€/mo",
        "llama-3.1-8b rate=1.08",
        "llama-3.1-8b currency=EUR",
        "llama-3.1-8b region=mars",
        "llama-3.1-8b provider=lambda region=eu",
        "llama-3.1-8b provider=all region=antarctica",
        "llama-3.1-8b reserved 1 year",
        "llama-3.1-8b market=monthly",
        "llama-3.1-8b provider=lambda market=spot",
        "llama-3.1-8b provider=all spot=perhaps",
        "llama-3.1-8b offer=RTX 3091@0.40/h",
        "llama-3.1-8b offer=RTX 3090",
        "llama-3.1-8b provider=own",
        "offers spot eur",
        "offers 500€/mo"
      })
  void whatDoesNotCountIsAskedBack(String line) {
    String answer = Slack.answer(line);

    assertFalse(answer.contains("\"text\":\"" + PICK), answer);
    assertFalse(answer.contains("\"type\":\"header\""), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "llama-3.1-8b 8bit budget=463 EUR/mo currency=EUR rate=1.08 | AMPERE_24",
        "llama-3.1-8b 8bit budget=462 EUR/mo currency=EUR rate=1.08 | AMPERE_16",
        "llama-3.1-8b 8bit offer=2x RTX 3090@0.10/h | own-2x-RTX_3090",
        "llama-3.1-8b 8bit offer=2x RTX 3090 at 0.10/h | own-2x-RTX_3090",
        "llama-3.1-8b 8bit offer=cellar=3090@0 provider=own | cellar",
        "llama-3.1-8b 8bit offer=H100@1.00 per hour provider=own | own-H100_PCIE"
      })
  void whatIsUnderstoodCounts(String line, String pick) {
    String answer = Slack.answer(line);

    assertTrue(answer.contains(pick), answer);
    assertTrue(answer.contains("\"text\":\"" + PICK), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "llama-3.1-8b 8bit provider=all region=eu | known to be rented in eu",
        "llama-3.1-8b 8bit provider=gcp region=europe-west4 | is in europe-west4"
      })
  void aPlaceIsSaidBeforeAnythingElse(String line, String place) {
    String answer = Slack.answer(line);
    String first = answer.substring(answer.indexOf("\"blocks\""));

    assertTrue(first.indexOf(place) > 0 && first.indexOf(place) < 400, answer);
    assertFalse(answer.contains("\"type\":\"header\""), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "what runs on 2x3090, models run on 2x RTX_3090",
    "what runs on H100 ctx=32k, H100",
    "runs on g5.xlarge, g5.xlarge",
    "offers 80GB, 80",
    "offers lambda, gpu_1x_a10",
    "history vast-a100-sxm, 1.70",
    "price history of vast-a100-sxm, 1.70",
    "historique des prix de vast-a100-sxm fr, '1,70'",
    "price AMPERE_24, No other price of it is known"
  })
  void theReverseCanBeAsked(String line, String said) {
    String answer = Slack.answer(line);

    assertTrue(answer.contains("\"type\":\"header\""), answer);
    assertTrue(answer.contains(said), answer);
  }
}
