package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Language;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people write so many requests over some time, and so many tokens. */
class RateUnitsTest {

  private static Parsed<BigDecimal> read(Dimension dimension, String text) {
    return NumberType.decimal("0.000001", "10000000000000", dimension)
        .parse(text, Vocabularies.in(Language.EN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MANY_TOKENS | 5 millions de tokens | 5000000",
        "MANY_TOKENS | 2B tokens | 2000000000",
        "MANY_TOKENS | 50 MB | 12500000",
        "MANY_TOKENS | 1 Go | 250000000",
        "MANY | 1 million examples | 1000000",
        "PER_SECOND | 8 rps | 8",
        "PER_SECOND | 600 requests per minute | 10",
        "PER_SECOND | 1k requests/min | 16.666667",
        "PER_SECOND | 10 requ\u00eates par seconde | 10",
        "PER_SECOND | 2 queries a second | 2",
        "PER_SECOND | 120 rpm | 2",
        "PER_DAY | 1M requests per month | 32876.712329",
        "PER_DAY | 3 millions de requ\u00eates par mois | 98630.136986",
        "PER_DAY | 700 calls/week | 100",
        "PER_DAY | 3M requests month | 98630.136986",
        "PER_SECOND | 10 requests second | 10",
        "TOKENS_PER_DAY | 1M/day | 1000000",
        "TOKENS_PER_DAY | 30M tokens month | 986301.369863",
        "PER_DAY | 2k api calls daily | 2000",
        "PER_DAY | 10 rps | 864000",
        "PER_DAY | 365k requests per year | 1000"
      })
  void isRead(Dimension dimension, String text, BigDecimal number) {
    Parsed<BigDecimal> parsed = read(dimension, text);

    assertInstanceOf(Parsed.Value.class, parsed, text);
    assertEquals(0, number.compareTo(((Parsed.Value<BigDecimal>) parsed).value()), text);
  }

  @ParameterizedTest
  @CsvSource({
    "PER_SECOND, 10 min",
    "PER_DAY, 8 hours",
    "PER_DAY, 5 users/day",
    "MANY_TOKENS, 5m/day",
    "PER_SECOND, 3 apples per second",
    "PER_DAY, 10 req/fortnight"
  })
  void isNoRate(Dimension dimension, String text) {
    assertInstanceOf(Parsed.Refused.class, read(dimension, text), text);
  }

  /** In a line of words: what is no request, or says no time, is another amount. */
  @ParameterizedTest
  @CsvSource({
    "8 rps, requests_per_second",
    "100 requests/min, requests_per_second",
    "1 request per second, requests_per_second",
    "5000/day, requests_per_day",
    "5k requests, requests_per_day",
    "10 million requests per month, requests_per_day",
    "3/h, ''",
    "1 request, ''",
    "$5/day, ''",
    "10M tokens/day, ''",
    "32k, ''"
  })
  void tellsWhichParameterItIs(String text, String parameter) {
    assertEquals(
        Optional.of(parameter).filter(name -> !name.isEmpty()),
        NumberType.rateOf(text).map(Parameter::name));
  }
}
