package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A definition as it is built up, and what texts look like before they are read. */
class ParameterTest {

  private static final Vocabulary IN = Vocabularies.in(Language.EN);

  private final Parameter<Integer> bare =
      Parameter.of(
          "batch",
          NumberType.whole(1, 9, Dimension.COUNT),
          Msg.Parameter.batch(),
          Msg.Parameter.batchLabel());

  @Test
  void whatNobodySaysIsUsual() {
    assertEquals("batch", bare.name());
    assertEquals("batch", bare.toString());
    assertEquals(Group.ANSWER, bare.group());
    assertEquals(Scope.ANY, bare.scope());
    assertEquals(Place.IF_GIVEN, bare.place());
    assertEquals(Optional.empty(), bare.defaultText(IN));
    assertEquals(Optional.empty(), bare.substitutes());
    assertEquals(List.of(), bare.runtimes());
    assertEquals("batch", bare.shownInSlack());
    assertEquals(Msg.Parameter.batch(), bare.hint());
    assertEquals(Msg.Parameter.batch(), bare.description());
    assertEquals(Msg.Parameter.batchLabel(), bare.label());
    assertEquals(Dimension.COUNT.example(), bare.example());
    assertFalse(
        bare.repeatable()
            || bare.required()
            || bare.inPath()
            || bare.droppable()
            || bare.isBareWord());
  }

  @Test
  void eachStepAnswersAChangedCopy() {
    assertNotSame(bare, bare.in(Group.LOAD));
    assertEquals(Group.LOAD, bare.in(Group.LOAD).group());
    assertEquals(Scope.TRAINING, bare.only(Scope.TRAINING).scope());
    assertEquals(List.of("vllm", "ollama"), bare.onlyWith("vllm", "ollama").runtimes());
    assertEquals(Place.MORE, bare.more().place());
    Parameter<Integer> first = bare.first(Msg.Parameter.batchLabel());
    assertEquals(Place.FIRST, first.place());
    assertEquals(Msg.Parameter.batchLabel(), first.hint());
    Parameter<Integer> slack = bare.inSlack("b", "lot");
    assertEquals(List.of("b", "lot"), slack.slackWords());
    assertEquals("b", slack.shownInSlack());
    assertTrue(bare.asBareWord().isBareWord());
    assertTrue(bare.repeated().repeatable());
    assertTrue(bare.mandatory().required());
    assertTrue(bare.path().required() && bare.path().inPath());
    assertTrue(bare.canBeDropped().droppable());
    assertEquals(
        Optional.of(Group.DESCRIPTION), bare.mandatoryUnless(Group.DESCRIPTION).substitutes());
    assertEquals("7", bare.forExample("7").example());
    assertEquals(Optional.of("4"), bare.defaultsTo(4).defaultText(IN));
    assertEquals(4, bare.defaultsTo(4).defaultValue(IN));
    assertEquals(5, bare.defaultsTo(in -> "5").defaultValue(IN));
    assertEquals(Optional.empty(), bare.defaultText(IN));
  }

  @ParameterizedTest
  @CsvSource({
    "$3, true, true",
    "3 $, true, true",
    "500 €, true, true",
    "3/h, true, true",
    "24/day, true, true",
    "500/mo, true, true",
    "3/kwh, true, false",
    "32k, true, false",
    "90%, true, false",
    "3, true, false",
    "three, false, false",
    "'', false, false",
  })
  void numbersAndMoney(String text, boolean number, boolean money) {
    assertEquals(number, NumberType.looksLikeNumber(text));
    assertEquals(money, NumberType.isMoney(text));
  }

  /** A word behind a number can be nothing but its unit: money, a share, or so much for a time. */
  @ParameterizedTest
  @CsvSource({
    "$, true",
    "€, true",
    "usd, true",
    "EUR/mo, true",
    "$/h, true",
    "/day, true",
    "%, true",
    "usdt, false",
    "$5, false",
    "gb, false",
    "h, false",
    "'', false",
  })
  void unitsByTheirLook(String word, boolean unit) {
    assertEquals(unit, NumberType.looksLikeUnit(word));
  }

  @Test
  void nobodyWritesNumbersOfMoreThanSixtyCharacters() {
    assertTrue(NumberType.looksLikeNumber("1".repeat(60)));
    assertFalse(NumberType.looksLikeNumber("1".repeat(61)));
  }

  /** Nothing that anybody means has more than thirty zeros; what is that small is nothing. */
  @ParameterizedTest
  @CsvSource({
    "1e30, true",
    "1e31, false",
    "1e1000, false",
    "0e31, true",
    "1e-31, true",
    "1e-1000, true",
    "1e+3, true",
    "1e, true", // a number with a strange unit
  })
  void exponents(String text, boolean number) {
    assertEquals(number, NumberType.looksLikeNumber(text));
  }

  @ParameterizedTest
  @CsvSource({
    "3/h, 5, 5/h",
    "500/mo, 1200, 1200/mo",
    "500/mo, 300 €, 300 EUR/mo",
    "500/mo, $300, 300/mo",
    "3, 5, none",
    "3/h, many, none"
  })
  void theUnitOfAnExample(String example, String text, String written) {
    assertEquals(written, NumberType.withUnitOf(example, text).orElse("none"));
  }

  /** Another currency is worth something only where the caller says what. */
  @Test
  void anyMoneyLooksLikeMoney() {
    NumberType<BigDecimal> type = NumberType.decimal("0", "1000", Dimension.USD_PER_HOUR);

    assertTrue(type.parse("3 €/h", IN) instanceof ValueType.Parsed.Refused);
    assertTrue(type.parse("3 €/h", IN.ofAnyMoney()) instanceof ValueType.Parsed.Value);
  }

  private static List<Offer> offers() {
    return BundledCatalog.catalog().defaultPriceList().offers();
  }

  @Test
  void ordersOfOffers() {
    List<Offer> byPrice = OfferOrder.PRICE.sorted(offers());
    List<Offer> byMemory = OfferOrder.MEMORY.sorted(offers());

    assertEquals(offers(), OfferOrder.CATALOGUE.sorted(offers()));
    assertEquals(
        offers().stream().map(Offer::usdPerHour).sorted().toList(),
        byPrice.stream().map(Offer::usdPerHour).toList());
    assertEquals(
        offers().stream().map(Offer::nominalGb).sorted(Comparator.reverseOrder()).toList(),
        byMemory.stream().map(Offer::nominalGb).toList());
    Offer smaller = offers().get(0);
    Offer larger =
        offers().stream().filter(each -> each.nominalGb() > 40).findFirst().orElseThrow();
    assertEquals(larger, OfferOrder.MEMORY.sorted(List.of(smaller, larger)).get(0));
  }

  private static List<String> providers(String query) {
    return RefusedOffersTest.lists(query).stream().map(PriceList::provider).toList();
  }

  /** The default list where none is named; the caller's own in any case, alone where asked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max_gpus=1 | runpod-serverless",
        "provider=aws | aws-ec2",
        "provider=gcp,aws | gcp-compute-engine aws-ec2",
        "provider=aws,aws | aws-ec2",
        "provider=aws&market=spot | aws-ec2",
        "provider=aws&spot=true | aws-ec2",
        "provider=aws&spot=yes&market=spot | aws-ec2",
        "offers=L4 at 1 | runpod-serverless own",
        "offers=L4 at 1&provider=aws | aws-ec2 own",
        "offers=L4 at 1&provider=own | own",
      })
  void listsThatAreLookedAt(String query, String providers) {
    assertEquals(providers, String.join(" ", providers(query)));
  }

  @Test
  void allOfThem() {
    assertEquals(
        BundledCatalog.catalog().priceLists().all().size() > 20,
        providers("provider=all").size() > 20);
  }
}
