package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Whereabouts;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose offers to look at.
 *
 * @param lists of one provider, who may have several; empty for those of all providers
 * @param excluded whether everybody else is meant
 */
public record ProviderName(List<PriceList> lists, boolean excluded) {

  /** What stands for every provider. */
  public static final String ALL = "all";

  private static final Set<String> EVERYBODY = Set.of(ALL, "any", "every", "everyone", "*");

  private static final int MOST_REGIONS = 10;

  ProviderName(List<PriceList> lists) {
    this(lists, false);
  }

  /**
   * The price lists that are asked for, with what they sell on the market and in the region that
   * are asked for: on demand and anywhere where nobody says. Where none is named it is the default
   * one; all, for whoever wants a market, a region or a card, which that one need not have.
   *
   * <p>Offers of the caller's own are looked at in any case, whatever is asked of the others.
   *
   * @throws dev.gpuadvisor.problem.ProblemException where they sell nothing so, or other things are
   *     wrong
   */
  public static List<PriceList> priceLists(Inputs inputs) {
    MarketChoice market = market(inputs);
    Whereabouts where = where(inputs);
    Optional<CardsWanted> cards = cards(inputs);
    boolean picky =
        market == MarketChoice.SPOT
            || market == MarketChoice.RESERVED
            || !where.equals(Whereabouts.ANYWHERE)
            || cards.isPresent();
    List<PriceList> named = named(inputs, picky);
    List<PriceList> own = named.stream().filter(PriceList::isOwn).toList();
    if (named.equals(own)) {
      return own;
    }
    List<PriceList> sold = named.stream().filter(list -> !list.isOwn()).map(market::of).toList();
    List<PriceList> there =
        where.isAnywhere() ? filled(sold) : only(sold, offer -> where.covers(offer.sale()));
    List<PriceList> having = cards.map(wanted -> having(there, wanted)).orElse(there);
    if (having.isEmpty()) {
      if (!there.isEmpty()) {
        inputs.fault(RentingParameters.CARDS, noCard(inputs.catalog(), cards.orElseThrow()));
      } else if (sold.stream().allMatch(list -> list.offers().isEmpty())) {
        inputs.fault(RentingParameters.MARKET, noMarket(market));
      } else {
        inputs.fault(RentingParameters.REGION, noRegion(sold));
      }
      inputs.requireValid();
    }
    return Stream.concat(having.stream(), own.stream()).toList();
  }

  /** The cards that alone are to be rented; empty for whoever takes any. */
  public static Optional<CardsWanted> cards(Inputs inputs) {
    return inputs.isAsked(RentingParameters.CARDS)
        ? CardsWanted.any(inputs.all(RentingParameters.CARDS))
        : Optional.empty();
  }

  /** What has them for certain; what may turn out to have them only where nothing else does. */
  private static List<PriceList> having(List<PriceList> lists, CardsWanted cards) {
    List<PriceList> certain = only(lists, cards::isAllOf);
    return certain.isEmpty() ? only(lists, cards::isIn) : certain;
  }

  private static List<PriceList> only(List<PriceList> lists, Predicate<Offer> which) {
    return filled(lists.stream().map(list -> list.only(which)).toList());
  }

  private static List<PriceList> filled(List<PriceList> lists) {
    return lists.stream().filter(list -> !list.offers().isEmpty()).toList();
  }

  /** Where to rent. */
  public static Whereabouts where(Inputs inputs) {
    return inputs.isAsked(RentingParameters.REGION)
        ? Whereabouts.any(inputs.all(RentingParameters.REGION))
        : Whereabouts.ANYWHERE;
  }

  private static MarketChoice market(Inputs inputs) {
    Optional<Boolean> said = inputs.one(RentingParameters.SPOT);
    boolean spot = said.orElse(false);
    Optional<MarketChoice> market = inputs.one(RentingParameters.MARKET);
    if (said.isPresent()
        && market.filter(given -> spot != (given == MarketChoice.SPOT)).isPresent()) {
      inputs.fault(RentingParameters.SPOT, Msg.Fault.spotOfAnotherMarket());
      inputs.requireValid();
    }
    return spot ? MarketChoice.SPOT : market.orElse(MarketChoice.ON_DEMAND);
  }

  private static Message noMarket(MarketChoice market) {
    return market == MarketChoice.SPOT ? Msg.Fault.noSpot() : Msg.Fault.noReservation();
  }

  private static Message noCard(Catalog catalog, CardsWanted cards) {
    List<String> sellers =
        only(catalog.priceLists().all(), cards::isIn).stream()
            .map(PriceList::provider)
            .distinct()
            .toList();
    return sellers.isEmpty() ? Msg.Fault.noCard() : Msg.Fault.noCardHere(sellers);
  }

  private static Message noRegion(List<PriceList> lists) {
    List<String> regions =
        lists.stream()
            .flatMap(list -> list.offers().stream())
            .flatMap(offer -> offer.sale().regionName().stream())
            .distinct()
            .limit(MOST_REGIONS)
            .toList();
    return regions.isEmpty() ? Msg.Fault.noRegions() : Msg.Fault.noRegion(regions);
  }

  private static List<PriceList> named(Inputs inputs, boolean picky) {
    List<ProviderName> said = inputs.all(RentingParameters.PROVIDERS).stream().distinct().toList();
    List<ProviderName> named = said.stream().filter(name -> !name.excluded()).toList();
    List<PriceList> excluded =
        said.stream()
            .filter(ProviderName::excluded)
            .flatMap(name -> name.lists().stream())
            .toList();
    List<PriceList> all =
        inputs.catalog().priceLists().all().stream()
            .filter(list -> !excluded.contains(list))
            .toList();
    boolean everybody = named.isEmpty() && (picky || !excluded.isEmpty());
    if (everybody || named.stream().anyMatch(name -> name.lists().isEmpty())) {
      return all;
    }
    Stream<PriceList> asked =
        named.isEmpty()
            ? Stream.of(inputs.catalog().defaultPriceList())
            : named.stream().flatMap(name -> name.lists().stream());
    return Stream.concat(asked.filter(all::contains), all.stream().filter(PriceList::isOwn))
        .distinct()
        .toList();
  }

  record Type() implements LimitedText<ProviderName> {

    @Override
    public Parsed<ProviderName> read(String text, Vocabulary in) {
      Optional<String> other = Negation.in(text);
      if (other.isPresent()) {
        Parsed<ProviderName> named = read(other.get(), in);
        return named instanceof Parsed.Value<ProviderName> value && !value.value().lists().isEmpty()
            ? Parsed.value(
                new ProviderName(value.value().lists(), true),
                Negation.PREFIX + written(value.value().lists()))
            : named;
      }
      if (EVERYBODY.contains(NameIndex.key(text))) {
        return Parsed.value(new ProviderName(List.of()), text.equals(ALL) ? "" : ALL);
      }
      if (text.equals(PriceList.OWN) && in.catalog().priceLists().find(text).isEmpty()) {
        return Parsed.refused(Msg.Fault.noOwnOffers());
      }
      Parsed<ProviderName> parsed =
          new Names<>(text, in.lexicon().provider(text), Msg.Fault::unknownProvider)
              .parsed(ProviderName::new, Type::written, lists -> Map.of());
      return parsed instanceof Parsed.Refused<ProviderName> refused
          ? new Parsed.Refused<>(refused.detail(), allowed(in), refused.nearest())
          : parsed;
    }

    private static String written(List<PriceList> lists) {
      return lists.stream().map(PriceList::provider).collect(Collectors.joining(","));
    }

    @Override
    public Shape shape(Vocabulary in) {
      return new Shape.Choice(allowed(in));
    }

    @Override
    public String example() {
      return ALL;
    }

    @Override
    public Optional<Message> label(String value, Vocabulary in) {
      return Optional.of(
          in.catalog()
              .priceLists()
              .find(value)
              .map(list -> Msg.Page.providerName(list.name()))
              .orElseGet(Msg.Page::allProviders));
    }

    private List<String> allowed(Vocabulary in) {
      return Stream.concat(in.catalog().priceLists().ids().stream(), Stream.of(ALL)).toList();
    }
  }
}
