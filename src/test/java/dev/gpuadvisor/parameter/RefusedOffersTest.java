package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which offers are looked at, and what is said where none are sold as somebody asks. */
class RefusedOffersTest {

  static List<PriceList> lists(String query) {
    Arguments arguments = new Arguments();
    for (String pair : query.split("&")) {
      String[] both = pair.split("=", 2);
      arguments.add(both[0], both[1]);
    }
    return new Reader<>(
            BundledCatalog.catalog(),
            Vocabularies.LEXICON,
            ParameterTable.standard().of(Group.OFFERS, Group.RENTING, Group.MOVING),
            inputs -> Optional.of(ProviderName.priceLists(inputs)))
        .read(arguments)
        .question();
  }

  private static List<Offer> offers(String query) {
    return lists(query).stream().flatMap(list -> list.offers().stream()).toList();
  }

  private static List<Fault> faults(String query) {
    return assertThrows(ProblemException.class, () -> lists(query)).problem().faults();
  }

  @ParameterizedTest
  @CsvSource({
    "provider=all, ON_DEMAND",
    "provider=all&market=on_demand, ON_DEMAND",
    "provider=all&market=spot, SPOT",
    "provider=all&spot=true, SPOT",
    "provider=all&market=reserved, RESERVED",
  })
  void offersOfOneMarket(String query, Market market) {
    List<Offer> offers = offers(query);

    assertTrue(!offers.isEmpty());
    assertTrue(offers.stream().allMatch(offer -> offer.sale().market() == market));
  }

  @Test
  void offersOfOneRegion() {
    List<Offer> anywhere = offers("provider=aws");
    List<Offer> there = offers("provider=aws&region=us-east-1");

    assertTrue(!there.isEmpty() && there.size() <= anywhere.size());
    assertTrue(anywhere.containsAll(there));
  }

  /** Of all providers; several cards are any of them, an amount of memory all that have it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "card=L40S | L40S",
        "card=L40S&card=L4 | L40S L4",
        "card=L40S,RTX 4090&provider=runpod | L40S RTX_4090",
        "card=H100&market=spot | H100_PCIE H100_SXM H100_NVL",
        "card=H100&region=europe&market=any | H100_PCIE H100_SXM H100_NVL",
        "card=32 GB | V100_PCIE_32 V100_SXM_32 RTX_5090 MI100",
      })
  void onlyOffersThatSurelyHaveTheCard(String query, String cards) {
    List<Offer> offers = offers(query);
    Set<String> allowed = Set.of(cards.split(" "));

    assertTrue(!offers.isEmpty());
    for (Offer offer : offers) {
      assertTrue(offer.cards().stream().allMatch(card -> allowed.contains(card.id())), offer.id());
    }
  }

  /** Where only a pool may have it, the pool is looked at. */
  @Test
  void aPoolWhereNothingElseHasTheCard() {
    assertEquals(
        List.of("AMPERE_24"),
        offers("card=RTX 3090&provider=runpod-serverless").stream().map(Offer::id).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "provider=runpod-serverless&market=spot, market: fault.no_spot",
    "provider=runpod-serverless&spot=true, market: fault.no_spot",
    "provider=runpod-serverless&market=reserved, market: fault.no_reservation",
    "provider=aws&spot=true&market=on_demand, spot: fault.spot_of_another_market",
    "provider=aws&spot=true&market=reserved, spot: fault.spot_of_another_market",
    "provider=aws&region=eu-west-9, region: fault.unknown_region",
    "provider=azure&region=europe, region: fault.no_region",
    "provider=lambda-cloud&region=us-east-1, region: fault.no_regions",
    "provider=own, provider: fault.no_own_offers",
    "card=RTX 2060, card: fault.no_card",
    "provider=lambda&card=L40S, card: fault.no_card_here",
    "region=europe&card=L40S, card: fault.no_card_here",
    "card=T5, card: fault.unknown_card",
    "card=TPU v6e, card: uncovered.tpu",
    "provider=nowhere, provider: fault.unknown_provider",
  })
  void nothingIsSoldSo(String query, String fault) {
    List<Fault> faults = faults(query);

    assertEquals(1, faults.size());
    assertEquals(fault, faults.get(0).parameter() + ": " + faults.get(0).detail().key());
  }

  /** Who sells elsewhere only is named with where; what is nowhere in particular is said to be. */
  @Test
  void whereItIsSoldInstead() {
    String told =
        Texts.in(Language.EN).write(faults("provider=azure&region=europe").get(0).detail());

    assertTrue(told.contains("East US"), told);
  }

  /** The caller's own offers are looked at whatever is asked of the others. */
  @ParameterizedTest
  @CsvSource({
    "offers=L4 at 1&provider=aws&region=us-east-1, true",
    "offers=L4 at 1&provider=aws&market=spot, true",
    "offers=L4 at 1&provider=all, true",
    "offers=L4 at 1&provider=own&market=spot, false",
  })
  void ownOffersAreAmongThem(String query, boolean others) {
    List<Offer> offers = offers(query);

    assertEquals(1, offers.stream().filter(offer -> offer.provider().equals("own")).count());
    assertEquals(others, offers.size() > 1);
  }

  @Test
  void everyAllowedProviderIsNamed() {
    List<String> allowed = faults("provider=nowhere").get(0).allowed();

    assertTrue(allowed.containsAll(List.of("aws-ec2", "runpod-serverless", "all")));
    assertEquals(BundledCatalog.catalog().priceLists().ids().size() + 1, allowed.size());
  }

  /** Lists are offered in a form by the names of those who sell, and one word for all of them. */
  @Test
  void namesOfPriceLists() {
    ProviderName.Type type = new ProviderName.Type();
    List<String> values =
        ((ValueType.Shape.Choice) type.shape(Vocabularies.in(Language.EN))).values();

    assertEquals(BundledCatalog.catalog().priceLists().ids().size() + 1, values.size());
    for (PriceList list : BundledCatalog.catalog().priceLists().all()) {
      assertTrue(values.contains(list.provider()), list.provider());
      String label =
          Texts.in(Language.EN)
              .write(type.label(list.provider(), Vocabularies.in(Language.EN)).orElseThrow());
      assertEquals(list.name(), label);
    }
    String all =
        Texts.in(Language.EN).write(type.label("all", Vocabularies.in(Language.EN)).orElseThrow());
    assertFalse(all.isBlank() || all.equals("all"), all);
  }
}
