package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names by which lists are narrowed down and things are compared: cards, memory, offers. */
class FilterNamesTest {

  private static final Vocabulary IN = Vocabularies.in(Language.EN);
  private static final CardsWantedName CARDS = new CardsWantedName();

  private static <T> Parsed.Value<T> value(Parsed<T> parsed) {
    assertTrue(parsed instanceof Parsed.Value, parsed::toString);
    return (Parsed.Value<T>) parsed;
  }

  private static <T> Parsed.Refused<T> refused(Parsed<T> parsed) {
    assertTrue(parsed instanceof Parsed.Refused, parsed::toString);
    return (Parsed.Refused<T>) parsed;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "L4 | L4 | -1 | ''",
        "2x L4 | L4 | 2 | L4, gpus=2",
        "rtx 3090 | RTX_3090 | -1 | ''",
        "V100 | V100_PCIE_16 V100_SXM_16 V100_PCIE_32 V100_SXM_32 | -1"
            + " | V100_PCIE_16 or V100_SXM_16 or V100_PCIE_32 or V100_SXM_32",
      })
  void cardsThatANameMayMean(String text, String ids, int gpus, String meant) {
    Parsed.Value<CardsWanted> read = value(CARDS.parse(text, IN));

    assertEquals(ids, String.join(" ", read.value().ids()));
    assertEquals(gpus, read.value().gpus().orElse(-1));
    assertEquals(meant, read.meant());
  }

  /** Of what is to be rented, a number before a name allows as many GPUs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2x L4 | L4, max_gpus=2 | 2",
        "L4 | '' | -1",
        "8 x H100 SXM | H100_SXM, max_gpus=8 | 8"
      })
  void aNumberAllowsSoManyGpus(String text, String meant, int gpus) {
    Parsed.Value<CardsWanted> read = value(RentingParameters.CARDS.type().parse(text, IN));

    assertEquals(meant, read.meant());
    assertEquals(gpus < 0 ? Map.of() : Map.of("max_gpus", Integer.toString(gpus)), read.implied());
  }

  /** A form of a card is no other card: all H100 are meant, and no H200. */
  @Test
  void aFamilyIsAllItsForms() {
    List<String> ids = value(CARDS.parse("H100", IN)).value().ids();

    assertTrue(ids.size() > 1, ids::toString);
    assertTrue(ids.stream().allMatch(id -> id.startsWith("H100")), ids::toString);
    assertEquals(CARDS.offered(IN), new CardName().offered(IN));
    assertEquals(IN.catalog().cards().all().size(), CARDS.offered(IN).size());
  }

  /** Of offers with the card, those that have as many as are wanted. */
  @ParameterizedTest
  @CsvSource({"L4, 0", "2x L4, 2", "4x L4, 4"})
  void offersWithSoMany(String text, int gpus) {
    CardsWanted wanted = value(CARDS.parse(text, IN)).value();
    List<Offer> with =
        IN.catalog().offers().all().stream()
            .filter(offer -> offer.cards().stream().anyMatch(card -> card.id().equals("L4")))
            .toList();

    assertTrue(with.stream().map(Offer::gpus).distinct().count() > 2);
    for (Offer offer : IN.catalog().offers().all()) {
      boolean expected = with.contains(offer) && (gpus == 0 || offer.gpus() == gpus);
      assertEquals(expected, wanted.isIn(offer), offer.id());
    }
  }

  /** Of five, since there are more of four GPUs; of none with sixteen. */
  @ParameterizedTest
  @CsvSource({"4, true", "16, false"})
  void offersOfAsManyGpusComeFirst(int gpus, boolean all) {
    List<String> offers = OfferName.withCard(Optional.of("L4"), gpus, IN);

    assertEquals(5, offers.size());
    assertTrue(
        offers.stream()
            .map(id -> IN.catalog().offers().find(id).orElseThrow())
            .allMatch(offer -> (offer.gpus() == gpus) == all));
    assertEquals(List.of(), OfferName.withCard(Optional.empty(), 1, IN));
  }

  /** Every card with so much memory, and no other; a bare number is no memory. */
  @ParameterizedTest
  @CsvSource({"24 GB, 24", "80GB, 80", "80 gib, 80", "16g, 16"})
  void cardsOfSoMuchMemory(String text, int gb) {
    List<String> expected =
        IN.catalog().cards().all().stream()
            .filter(card -> card.nominalGb() == gb)
            .map(card -> card.id())
            .toList();
    Parsed.Value<CardsWanted> read = value(CARDS.parse(text, IN));

    assertEquals(expected, read.value().ids());
    assertEquals(Optional.empty(), read.value().gpus());
    assertEquals(String.join(" or ", expected), read.meant());
  }

  @ParameterizedTest
  @CsvSource({
    "80, fault.unknown_card",
    "81 GB, fault.unknown_card",
    "g80, fault.unknown_card",
    "TPU v5e, uncovered.tpu",
    "Z9000, fault.unknown_card"
  })
  void noCardIsWanted(String text, String fault) {
    assertEquals(fault, refused(CARDS.parse(text, IN)).detail().key());
  }

  @Test
  void noNameIsThatLong() {
    String text = "x".repeat(LimitedText.LONGEST_NAME);

    assertEquals("fault.unknown_card", refused(CARDS.parse(text, IN)).detail().key());
    assertEquals("fault.too_long", refused(CARDS.parse(text + "x", IN)).detail().key());
    assertEquals(
        "fault.too_long", refused(new OfferName(true).parse(text + "x", IN)).detail().key());
  }

  /** Where offers are compared a card stands for the cheapest offer that surely has it. */
  @ParameterizedTest
  @CsvSource({"L4, 1", "2x A100 80GB, 2", "8x H100, 8", "A10G, 1"})
  void aCardStandsForItsCheapestOffer(String text, int gpus) {
    List<String> wanted = CardsWantedName.all(IN.lexicon().cards(text)).orElseThrow().ids();
    Parsed.Value<Offer> read = value(new OfferName(true).parse(text, IN));
    BigDecimal cheapest =
        IN.catalog().offers().all().stream()
            .filter(offer -> offer.sale().market() == Market.ON_DEMAND && offer.gpus() == gpus)
            .filter(offer -> offer.cards().stream().allMatch(card -> wanted.contains(card.id())))
            .map(Offer::usdPerHour)
            .min(Comparator.naturalOrder())
            .orElseThrow();

    assertEquals(gpus, read.value().gpus());
    assertEquals(cheapest, read.value().usdPerHour());
    assertEquals(read.value().id(), read.meant());
    String told = Texts.in(Language.EN).write(read.note().orElseThrow());
    assertTrue(told.contains(read.meant()) && told.contains(text), told);
  }

  /** Of a number of GPUs that nobody rents out, the cheapest for each GPU. */
  @Test
  void aCardInANumberThatNobodyRentsOut() {
    Offer offer = value(new OfferName(true).parse("7x L4", IN)).value();

    assertTrue(offer.cards().stream().allMatch(card -> card.id().equals("L4")), offer.id());
    BigDecimal gpus = BigDecimal.valueOf(offer.gpus());
    for (Offer other : IN.catalog().offers().all()) {
      boolean alike = other.cards().stream().allMatch(card -> card.id().equals("L4"));
      if (alike && other.sale().market() == Market.ON_DEMAND) {
        BigDecimal theirs = other.usdPerHour().multiply(gpus);
        BigDecimal ours = offer.usdPerHour().multiply(BigDecimal.valueOf(other.gpus()));
        assertTrue(ours.compareTo(theirs) <= 0, other.id());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | L4 | fault.card_for_offer",
        "false | p4de.24xlarges | fault.unknown_offer",
        "true | nothing-like-it | fault.unknown_offer",
      })
  void noOfferByThatName(boolean cardsToo, String text, String fault) {
    Parsed.Refused<Offer> refused = refused(new OfferName(cardsToo).parse(text, IN));

    assertEquals(fault, refused.detail().key());
    List<String> ids = IN.catalog().offers().ids();
    assertTrue(ids.containsAll(refused.nearest()), refused.nearest()::toString);
    assertEquals(fault.equals("fault.unknown_offer") ? ids : List.of(), refused.allowed());
  }

  /** Whoever mistypes an instance is shown its family. */
  @ParameterizedTest
  @CsvSource({"g5.3xlarge, g5.", "g6.medium, g6.", "p4de.24xlarges, p4de."})
  void mistypedInstances(String text, String family) {
    List<String> nearest = refused(new OfferName(false).parse(text, IN)).nearest();

    assertFalse(nearest.isEmpty());
    assertTrue(nearest.stream().allMatch(id -> id.startsWith(family)), nearest::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "g5.xlarge, g5.xlarge, true",
    "a10g, A10G, false",
    "2x a10g, 2x A10G, false",
    "p3dn.24xlarge, p3dn.24xlarge, false"
  })
  void whatSomebodyRentsToday(String text, String name, boolean priced) {
    Rented rented = value(new RentedName().parse(text, IN)).value();

    assertEquals(name, rented.name());
    assertEquals(priced, rented instanceof Rented.OfOffer);
  }

  @Test
  void whatNobodyRents() {
    List<String> nearest = refused(new RentedName().parse("g5.xlarg", IN)).nearest();

    assertTrue(nearest.size() <= 3 && nearest.contains("g5.xlarge"), nearest::toString);
    assertEquals(
        IN.catalog().offers().all().size() + IN.catalog().cards().all().size(),
        new RentedName().offered(IN).size());
  }
}
