package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offers that callers have of their own, and what an hour of them costs. */
class OwnOfferTest {

  private static final OwnOfferType TYPE = new OwnOfferType();
  private static final Vocabulary IN = Vocabularies.in(Language.EN);

  private static Parsed<Offer> parsed(String text) {
    return TYPE.parse(text.replace('\'', '"'), IN);
  }

  private static Offer offer(String text) {
    Parsed<Offer> parsed = parsed(text);
    assertTrue(parsed instanceof Parsed.Value, parsed::toString);
    return ((Parsed.Value<Offer>) parsed).value();
  }

  /** What nobody said of years and power is told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'purchase_usd': 1800 | spread over 3 years (years); power is not counted",
        "'purchase_usd': 1800, 'watts': 450 | 3 years (years); power is counted with 450 W at"
            + " $0.15",
        "'purchase_usd': 1800, 'years': 1 | spread over 1 year (years); power is not counted",
        "'purchase_usd': 9, 'years': 2, 'usd_per_kwh': 0.3 | counted with 72 W at $0.30",
        "'watts': 450 | nothing is counted for having bought it; power is counted with 450 W",
        "'purchase_usd': 9, 'years': 2, 'usd_per_kwh': 0.3, 'watts': 450 | ``",
        "'purchase_usd': 9, 'years': 2, 'watts': 0 | ``",
        "'usd_per_hour': 1 | ``",
        "'watts': 450, 'usd_per_kwh': 0.3 | ``",
      })
  void whatIsAssumedIsTold(String fields, String told) {
    Parsed.Value<Offer> value =
        (Parsed.Value<Offer>) parsed("{'id': 'cellar', 'card': 'L4', " + fields + "}");
    String note = value.note().map(Texts.in(Language.EN)::write).orElse("");

    assertEquals(told.isEmpty(), note.isEmpty(), note);
    assertTrue(note.contains(told), note);
  }

  /** 730 hours a month; 3600 seconds an hour. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'usd_per_hour': 1.5 | 1.5",
        "'usd_per_hour': 0 | 0",
        "'usd_per_hour': 100 | 100",
        "'usd_per_second': 0.0005 | 1.8",
        "'usd_per_month': 730 | 1",
        "'usd_per_month': 100 | 0.136986301370",
        // bought for three years of 8760 hours
        "'purchase_usd': 26280 | 1",
        "'purchase_usd': 26280, 'years': 6 | 0.5",
        // power, at 0.15 dollars per kilowatt-hour unless said
        "'watts': 1000 | 0.15",
        "'watts': 1000, 'usd_per_kwh': 0.30 | 0.3",
        // an L4 draws 72 watts
        "'usd_per_kwh': 1 | 0.072",
        "'usd_per_kwh': 1, 'gpus': 2 | 0.144",
        "'usd_per_kwh': 1, 'watts': 500 | 0.5",
        "'usd_per_hour': 1, 'watts': 1000 | 1.15",
        "'purchase_usd': 26280, 'watts': 1000, 'usd_per_month': 730 | 2.15",
      })
  void anHourCosts(String fields, BigDecimal usd) {
    BigDecimal perHour = offer("{'card': 'L4', " + fields + "}").usdPerHour();

    assertEquals(0, usd.compareTo(perHour), perHour::toString);
    assertTrue(perHour.scale() >= 0, perHour::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "L4 at 0.50/h | own-L4 | L4 | 1 | 0.5",
        "2x RTX 3090 at 0.40/h | own-2x-RTX_3090 | RTX_3090 | 2 | 0.40",
        "cellar: 2x RTX 3090 @ 0.40 | cellar | RTX_3090 | 2 | 0.40",
        "cellar=L4 for 730/mo | cellar | L4 | 1 | 1",
        "cave : L4 à 24/jour | cave | L4 | 1 | 1",
        "L4 pour 1,50 | own-L4 | L4 | 1 | 1.50",
        "at work: L4 at 2 | at work | L4 | 1 | 2",
        // bought, over three years of 8760 hours unless said; an L4 draws 72 watts
        "L4 bought 26280 | own-L4 | L4 | 1 | 1",
        "RTX 3090 bought 26280 over 6 years | own-RTX_3090 | RTX_3090 | 1 | 0.5",
        "cellar: L4 bought 26280 at 1/kWh | cellar | L4 | 1 | 1.072",
        "L4 500W bought 26280 over 6 years at 1/kWh | own-L4 | L4 | 1 | 1",
        "2x L4 at 1/kWh | own-2x-L4 | L4 | 2 | 0.144",
        "L4 1000 W at 0.30/KWH | own-L4 | L4 | 1 | 0.3",
      })
  void aLine(String line, String id, String card, int gpus, BigDecimal usd) {
    Offer offer = offer(line);

    assertEquals(id, offer.id());
    assertEquals(card, offer.cards().get(0).id());
    assertEquals(gpus, offer.gpus());
    assertEquals(0, usd.compareTo(offer.usdPerHour()), offer::toString);
  }

  @Test
  void anObject() {
    Offer offer =
        offer(
            "{'id': 'rack', 'card': '2x L4', 'gpus': 3, 'max_units': 4, 'usd_per_hour': 3,"
                + " 'scales_to_zero': true}");

    assertEquals("rack", offer.id());
    assertEquals(6, offer.gpus());
    assertEquals(4, offer.maxUnits());
    assertEquals(6 * 24, offer.nominalGb());
    assertTrue(offer.terms().scalesToZero());
    Offer plain = offer("{'card': 'L4', 'usd_per_hour': 3}");
    assertEquals(1, plain.maxUnits());
    assertFalse(plain.terms().scalesToZero());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'card': 'L4'} | usd_per_hour: fault.own_price",
        "{'usd_per_hour': 1} | card: fault.missing",
        "{'card': 'L44X', 'usd_per_hour': 1} | card: fault.unknown_card",
        "{'card': 'L4', 'usd_per_hour': -1} | usd_per_hour: fault.decimal_number",
        "{'card': 'L4', 'usd_per_hour': 1, 'usd_per_month': 5} | usd_per_month:"
            + " fault.own_price_twice",
        "{'card': 'L4', 'usd_per_second': 1, 'usd_per_month': 5} | usd_per_month:"
            + " fault.own_price_twice",
        "{'card': 'L4', 'usd_per_hour': 1, 'gpus': 17} | gpus: fault.whole_number",
        "{'card': '8x L4', 'usd_per_hour': 1, 'gpus': 3} | gpus: fault.too_many_gpus",
        "{'card': '8x L4', 'usd_per_kwh': 1, 'gpus': 3} | gpus: fault.too_many_gpus",
        "{'card': 'L4', 'usd_per_hour': 1, 'colour': 'red'} | colour: fault.unknown_parameter",
        "{'card': 'L4', 'usd_per_hour': 1, 'id': 'a:b'} | id: fault.own_name",
        "{'card': 'L4', 'usd_per_hour': 1, 'years': 0} | years: fault.decimal_number",
      })
  void oneFaultOfAnObject(String object, String fault) {
    Parsed<Offer> parsed = parsed(object);

    assertTrue(parsed instanceof Parsed.Faulty, parsed::toString);
    assertEquals(
        List.of(fault),
        ((Parsed.Faulty<Offer>) parsed)
            .faults().stream().map(each -> each.parameter() + ": " + each.detail().key()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "L4 | fault.own_offer",
        "{'card': | fault.own_offer",
        "L44X at 1 | fault.unknown_card",
        "L4 at much | fault.decimal_number",
        "L4 at 3 apples | fault.unit",
        "a/b;c: L4 at 1 | fault.own_name",
        "32x L4 at 1 | fault.too_many_gpus",
      })
  void aLineThatIsNone(String line, String reason) {
    Parsed<Offer> parsed = parsed(line);

    assertTrue(parsed instanceof Parsed.Refused, parsed::toString);
    assertEquals(reason, ((Parsed.Refused<Offer>) parsed).detail().key());
  }

  @Test
  void noLineIsThatLong() {
    assertTrue(parsed("L4" + " ".repeat(1992) + "at 0.5") instanceof Parsed.Value);
    assertTrue(parsed("L4" + " ".repeat(1993) + "at 0.5") instanceof Parsed.Refused);
  }

  /**
   * Semicolons and lines divide lines; commas divide the objects of a list, but not their fields.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "L4 at 1; H100 at 2 | L4 at 1 / H100 at 2",
        "L4 at 1,5 | L4 at 1,5",
        "L4 at 1;; ; H100 at 2; | L4 at 1 / H100 at 2",
        "[{'a': 1, 'b': 2}, {'c': 3}] | {'a': 1, 'b': 2} / {'c': 3}",
        "{'a': 'x;y'}; {'b': 2} | {'a': 'x;y'} / {'b': 2}",
        "[{'a': '}'}, {'b': '{'}] | {'a': '}'} / {'b': '{'}",
        "[{'a': {'b': 1, 'c': 2}}, {'d': 3}] | {'a': {'b': 1, 'c': 2}} / {'d': 3}",
        "['x, y', 'z'] | 'x, y' / 'z'",
        "['x\\', y', 'z'] | 'x\\', y' / 'z'",
        "[open | [open",
      })
  void parts(String text, String parts) {
    assertEquals(parts.replace('\'', '"'), String.join(" / ", TYPE.parts(text.replace('\'', '"'))));
    assertEquals(List.of("L4 at 1", "H100 at 2"), TYPE.parts("L4 at 1\nH100 at 2\n"));
  }

  @Test
  void namesHaveLettersDigitsAndALittleMore() {
    OwnOfferName names = new OwnOfferName();
    for (String good : List.of("a", "rack 1", "A-b_c.d/e+(f)", "x".repeat(40), "été")) {
      assertTrue(names.parse(good, IN) instanceof Parsed.Value, good);
    }
    for (String bad : List.of("", "x".repeat(41), "a:b", "a<b", "a\nb", "a\"b")) {
      assertTrue(names.parse(bad, IN) instanceof Parsed.Refused, bad);
    }
  }

  /** Two to a card's name times those of the field are sixteen at most. */
  @Test
  void asManyGpusAsAWorkerMayHave() {
    assertEquals(16, offer("{'card': '2x L4', 'gpus': 8, 'usd_per_hour': 1}").gpus());
    Parsed<Offer> more = parsed("{'card': '2x L4', 'gpus': 9, 'usd_per_hour': 1}");
    assertTrue(
        more instanceof Parsed.Faulty<Offer> faulty
            && faulty.faults().get(0).detail().key().equals("fault.too_many_gpus"),
        more::toString);
  }

  /** What a card's name may mean besides is told with the offer; of a plain name nothing is. */
  @Test
  void whatTheCardMayBeIsTold() {
    Parsed.Value<Offer> several = (Parsed.Value<Offer>) parsed("V100 32GB at 1");
    Parsed.Value<Offer> plain = (Parsed.Value<Offer>) parsed("L4 at 1");

    assertTrue(several.note().isPresent());
    assertTrue(several.meant().contains("V100_PCIE_32"), several.meant());
    assertTrue(plain.note().isEmpty() && plain.meant().isEmpty());
  }
}
