package dev.gpuadvisor.parameter;

import static dev.gpuadvisor.parameter.Vocabularies.decimal;
import static dev.gpuadvisor.parameter.Vocabularies.in;
import static dev.gpuadvisor.parameter.Vocabularies.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How people write numbers, and what they mean by it. */
class NumberTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // whole numbers
        "TOKENS | 8192 | 8192",
        "TOKENS | 32k | 32768",
        "TOKENS | 32 k | 32768",
        "TOKENS | 128K | 131072",
        "TOKENS | 1M | 1048576",
        "TOKENS | 1.5k | 1536",
        "TOKENS | 1,5k | 1536",
        "TOKENS | 8,192 | 8192",
        "TOKENS | 8 192 | 8192",
        "TOKENS | 8\u202f192 | 8192",
        "TOKENS | 8'192 | 8192",
        "TOKENS | 8_192 | 8192",
        "TOKENS | 1,048,576 | 1048576",
        "TOKENS | 1e3 | 1000",
        "TOKENS | 1e003 | 1000",
        "TOKENS | 8192.0 | 8192",
        "TOKENS | 819200E-2 | 8192",
        "USD_PER_HOUR | 2.5e-1 | 0.25",
        "TOKENS | 32k tokens | 32768",
        "TOKENS | 04096 | 4096",
        "COUNT | 10 users | 10",
        "COUNT | 10k | 10000",
        "COUNT | 2 GPUs | 2",
        "PARAMETERS | 14.8b | 14800000000",
        "PARAMETERS | 14,8 Md | 14800000000",
        "PARAMETERS | 500M | 500000000",
        "PARAMETERS | 70 billion | 70000000000",
        // money
        "USD_PER_HOUR | $3 | 3",
        "USD_PER_HOUR | 3$ | 3",
        "USD_PER_HOUR | 3/h | 3",
        "USD_PER_HOUR | $3.50 per hour | 3.50",
        "USD_PER_HOUR | 3 $/h | 3",
        "USD_PER_HOUR | US$ 3 | 3",
        "USD_PER_HOUR | 3 USD/hr | 3",
        "USD_PER_HOUR | $3 USD | 3",
        "USD_PER_HOUR | $.50 | 0.50",
        "USD_PER_HOUR | 0,684 | 0.684",
        "USD_PER_HOUR | 2,50 | 2.50",
        "USD_PER_HOUR_PAID | 730/mo | 1",
        "USD_PER_HOUR_PAID | 24/day | 1",
        "USD_PER_HOUR_PAID | 500/mo | 0.684932",
        "USD_PER_HOUR_PAID | 0.000306/s | 1.101600",
        "USD_PER_MONTH | 500/mo | 500",
        "USD_PER_MONTH | 24/day | 730",
        "USD_PER_MONTH | $168 per week | 730",
        "USD_PER_MONTH | 1,500/mo | 1500",
        "USD_PER_MONTH | 1,500.50 | 1500.50",
        "USD_PER_MONTH | 1.500,50 | 1500.50",
        "USD_PER_MONTH | 1.234,567 | 1234.567",
        "USD_PER_MONTH | 1 500,50 | 1500.50",
        "USD_PER_MONTH | $3k | 3000",
        "USD_PER_MILLION_TOKENS | 0.60/1M tokens | 0.60",
        "USD_PER_KWH | 0.30/kWh | 0.30",
        // time
        "HOURS_PER_MONTH | 40 | 40",
        "HOURS_PER_MONTH | 40/mo | 40",
        "HOURS_PER_MONTH | 40h/mois | 40",
        "HOURS_PER_MONTH | 8h/day | 243.333333",
        "SECONDS | 45s | 45",
        "SECONDS | 2 min | 120",
        "SECONDS | 250ms | 0.25",
        "PER_DAY | 100k/day | 100000",
        "PER_SECOND | 8 rps | 8",
        // parts and sizes
        "SHARE | 90% | 0.9",
        "SHARE | 0.92 | 0.92",
        "SHARE | 92,5 % | 0.925",
        "GIB | 24 GB | 22.351742",
        "GIB | 24GiB | 24",
        "GIB | 24 Gio | 24"
      })
  void isRead(Dimension dimension, String text, BigDecimal number) {
    Parsed<BigDecimal> parsed = decimal(dimension).parse(text, in(Language.EN));

    assertEquals(0, number.compareTo(value(parsed)), () -> text + ": " + value(parsed));
  }

  /** A comma before three digits: thousands in English, decimals in French, else a question. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD_PER_HOUR | FR | 1,006 | 1.006",
        "USD_PER_HOUR | FR | 0,684 $ | 0.684",
        "USD_PER_HOUR | EN | 0,684 | 0.684",
        "USD_PER_HOUR | EN | 1,006 | ?",
        "USD_PER_HOUR | EN | 123,456 | ?",
        "USD_PER_HOUR | EN | 1234,567 | 1234.567",
        "USD_PER_HOUR_PAID | EN | 1,006 | ?",
        "USD_PER_HOUR | EN | 1,006.50 | 1006.50",
        "USD_PER_MONTH | EN | 1,500 | 1500",
        "USD_PER_MONTH | FR | 1,500 | ?",
        "USD_PER_MONTH | FR | 1 500 | 1500",
        "USD_PER_MONTH | FR | 1,50 | 1.50",
        "HOURS_PER_MONTH | EN | 1,500 | 1500"
      })
  void aCommaIsNeverGuessed(Dimension dimension, Language language, String text, String number) {
    Parsed<BigDecimal> parsed = decimal(dimension).parse(text, in(language));

    if (number.equals("?")) {
      String why = refusal(parsed);
      assertTrue(why.contains(text.replace(",", "")) && why.contains(text.replace(',', '.')), why);
    } else {
      assertEquals(new BigDecimal(number), value(parsed));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD_PER_HOUR | 500/mo | “/mo” is not a unit of this; write it like 3/h.",
        "USD_PER_HOUR | 3/day | “/day” is not a unit of this; write it like 3/h.",
        "USD_PER_MONTH | 3/h | “/h” is not a unit of this; write it like 500/mo.",
        "USD_PER_MONTH | 3 Per Hour | “Per Hour” is not a unit of this; write it like 500/mo.",
        "HOURS_PER_MONTH | 2/h | “/h” is not a unit of this; write it like 40/mo.",
        "TOKENS | 32kb | “kb” is not a unit of this; write it like 32k.",
        "GIB | 24 apples | “apples” is not a unit of this; write it like 24 GB.",
        "USD_PER_MONTH | 300€/mo | Prices here are in US dollars, and EUR is not converted without"
            + " a rate: give dollars, or say what one EUR is worth, as in currency=EUR and"
            + " usd_per_unit=1.08.",
        "USD_PER_HOUR | 3 yen | Prices here are in US dollars, and JPY is not converted without"
            + " a rate: give dollars, or say what one JPY is worth, as in currency=JPY and"
            + " usd_per_unit=1.08.",
        "TOKENS | $32 | This is not an amount of money."
      })
  void aWrongUnitIsNamed(Dimension dimension, String text, String why) {
    assertEquals(why, refusal(decimal(dimension).parse(text, in(Language.EN))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "abc",
        "-",
        ".",
        "1.",
        "1..2",
        "1,2,3",
        "12,34,567",
        "1.2.3",
        "1,000.000.00",
        "NaN",
        "Infinity",
        "0x10",
        "\u0661",
        "1e999999999",
        "1e99",
        "- 1",
        "$",
        "$$3",
        "3 $ €",
        "$3 €",
        "k",
        "1e",
        "99999999999999999999999999999999999999999999999999999999999999"
      })
  void nonsenseIsNoNumber(String text) {
    for (Dimension dimension : Dimension.values()) {
      assertInstanceOf(Parsed.Refused.class, decimal(dimension).parse(text, in(Language.EN)), text);
    }
  }

  @ParameterizedTest
  @CsvSource({"1e-300", "5e-324", "2.2250738585072014E-308", "5e-99999", "0e999"})
  void whatIsAlmostNothingIsNothing(String text) {
    NumberType<BigDecimal> price = NumberType.decimal("0", "10", Dimension.USD_PER_HOUR);
    assertEquals(0, value(price.parse(text, in(Language.EN))).signum(), text);
  }

  @Test
  void wholeNumbersHaveNoDecimals() {
    NumberType<Integer> whole = NumberType.whole(1, 1 << 24, Dimension.TOKENS);

    assertEquals(8192, value(whole.parse("8,192", in(Language.FR))));
    assertEquals(1000, value(whole.parse("1,000", in(Language.EN))));
    assertEquals(1229, value(whole.parse("1.2k", in(Language.EN)))); // 1228.8: no length has parts
    assertEquals(1 << 20, value(whole.parse("1,024k", in(Language.EN))));
    assertInstanceOf(Parsed.Refused.class, whole.parse("1,024k", in(Language.FR)));
    NumberType<Integer> things = NumberType.whole(1, 1 << 24, Dimension.COUNT);
    assertInstanceOf(Parsed.Refused.class, things.parse("1.2345k", in(Language.EN)));
    assertInstanceOf(Parsed.Refused.class, whole.parse("8192.5", in(Language.EN)));
    assertInstanceOf(Parsed.Refused.class, whole.parse("0", in(Language.EN)));
    assertInstanceOf(Parsed.Refused.class, whole.parse("16777217", in(Language.EN)));
  }

  @Test
  void saysWhatItTookWhereItIsWrittenOtherwise() {
    NumberType<Integer> whole = NumberType.whole(1, 1 << 24, Dimension.TOKENS);

    assertEquals("32768", meant(whole.parse("32k", in(Language.EN))));
    assertEquals("", meant(whole.parse("32768", in(Language.EN))));
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void examplesAreGood(Dimension dimension) {
    assertInstanceOf(
        Parsed.Value.class, decimal(dimension).parse(dimension.example(), in(Language.FR)));
  }

  private static String meant(Parsed<?> parsed) {
    return ((Parsed.Value<?>) parsed).meant();
  }

  private static String refusal(Parsed<?> parsed) {
    assertTrue(parsed instanceof Parsed.Refused, parsed::toString);
    return Texts.in(Language.EN).write(((Parsed.Refused<?>) parsed).detail());
  }
}
