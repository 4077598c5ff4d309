package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Stock;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.ParameterTable;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.parameter.TableFormat;
import dev.gpuadvisor.unlisted.Hub;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each question by its reader. */
class QuestionsTest {

  private static final LocalDate SEEN = LocalDate.of(2026, 11, 20);

  private final Questions questions = Asking.QUESTIONS;

  @Test
  void whatTheyAreAbout() {
    assertSame(Hub.OFF, questions.hub());
    assertEquals(ParameterTable.standard().all(), questions.table().all());
    assertSame(questions.catalog(), Asking.read(questions.nothing(), ""));
  }

  @Test
  void whoTakesNothingTakesNothing() {
    assertEquals(
        List.of("context: fault.unknown_parameter"),
        Asking.faults(questions.nothing(), "context=8k"));
    assertEquals(questions.catalog(), Asking.read(questions.nothing(Group.ANSWER), "lang=fr"));
  }

  @Test
  void anyListMayBeATable() {
    Reader<Tabular<OfferList>> tables = questions.tabular(questions.offers());

    assertEquals(Optional.empty(), Asking.read(tables, "").format());
    assertEquals(Optional.of(TableFormat.CSV), Asking.read(tables, "format=csv").format());
    assertEquals(
        Asking.read(questions.offers(), "").offers(), Asking.read(tables, "").question().offers());
    assertTrue(tables.parameters().contains(Parameters.TABLE_FORMAT));
  }

  /** By the label: who asks for 80 takes an H100, of which the driver reports 79.6 GiB. */
  @Test
  void offersOfSoMuchMemory() {
    List<Offer> offers = Asking.read(questions.offers(), "provider=all&min_memory_gib=80").offers();

    assertTrue(offers.stream().allMatch(offer -> offer.nominalGb() >= 80), offers.toString());
    assertTrue(offers.stream().anyMatch(offer -> offer.nominalGb() == 80), offers.toString());
    assertEquals(
        offers.stream().map(Offer::usdPerHour).sorted().toList(),
        offers.stream().map(Offer::usdPerHour).toList());
  }

  /**
   * By what the month is billed: what runs until it is stopped is billed for all 730 hours, however
   * little it works. g6.xlarge, at $0.8048 per hour, costs $587.50 in any month.
   */
  @ParameterizedTest
  @CsvSource({
    "aws-ec2, 40, 50, false",
    "aws-ec2, 40, 587, false",
    "aws-ec2, 40, 588, true",
    "aws-ec2, 730, 588, true",
    "runpod-serverless, 40, 50, true",
    "runpod-serverless, 730, 50, false",
  })
  void offersWithinTheBudgetOfAMonth(
      String provider, BigDecimal hours, BigDecimal usd, boolean some) {
    String asked =
        "provider=%s&hours_per_month=%s&budget_per_month=%s&card=L4"
            .formatted(provider, hours, usd);

    List<Offer> offers = Asking.read(questions.offers(), asked).offers();

    assertEquals(some, !offers.isEmpty(), offers.toString());
    for (Offer offer : offers) {
      BigDecimal billed = offer.terms().scalesToZero() ? hours : BigDecimal.valueOf(730);
      assertTrue(offer.usdPerHour().multiply(billed).compareTo(usd) <= 0, offer.id());
    }
  }

  /** What was in stock a day ago may still be; two days later nobody knows. */
  @ParameterizedTest
  @CsvSource({
    "LOW, 1, 1",
    "HIGH, 1, 1",
    "LOW, 2, 0",
    "UNKNOWN, 2, 2",
    "UNKNOWN, 0, 2",
  })
  void offersOfWhichThereIsEnough(Supply least, int days, int there) {
    List<Offer> two = Asking.read(questions.offers(), "").offers().subList(0, 2);
    List<Offer> seen =
        List.of(
            two.get(0).with(new Stock(Supply.HIGH, Optional.of(SEEN))),
            two.get(1).with(Stock.of(Supply.UNKNOWN)));
    OfferList asked = Asking.read(questions.offers(), "");
    OfferList list = new OfferList(seen, asked.lists(), asked.usage(), asked.exchange(), least);

    List<Offer> left = list.on(SEEN.plusDays(days)).offers();

    assertEquals(there, left.size());
    if (days > 1) {
      assertTrue(left.stream().allMatch(offer -> offer.supply() == Supply.UNKNOWN));
    }
  }

  @Test
  void comparedOffersAreThoseThatAreNamedOnce() {
    ComparedOffers compared =
        Asking.read(
            questions.comparison(),
            "offers=AMPERE_24,g5.xlarge&offers=AMPERE_24&model=qwen2.5-14b");

    assertEquals(
        List.of("AMPERE_24", "g5.xlarge"),
        compared.offers().stream().map(each -> each.offer().id()).toList());
    assertEquals(
        List.of("runpod-serverless", "aws-ec2"),
        compared.question().priceLists().stream().map(PriceList::provider).toList());
  }

  /** Where offers have the card, they are named; a price that is no number is named alone. */
  @Test
  void aCardNeedsAPrice() {
    assertEquals(
        List.of("current_price_per_hour: fault.price_of_offered_card"),
        Asking.faults("model=qwen2.5-14b&current=A10G"));
    assertEquals(
        List.of("current_price_per_hour: fault.price_of_card"),
        Asking.faults("model=qwen2.5-14b&current=TITAN_RTX"));
    assertEquals(
        List.of("current_price_per_hour: fault.decimal_number"),
        Asking.faults("model=qwen2.5-14b&current=A10G&current_price_per_hour=much"));
  }
}
