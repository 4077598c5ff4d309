package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Continent;
import dev.gpuadvisor.catalog.Countries;
import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Provenance;
import dev.gpuadvisor.catalog.Region;
import dev.gpuadvisor.catalog.Sale;
import dev.gpuadvisor.catalog.Stock;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.catalog.Tier;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the offers of a price list. What many have in common is kept once where the image is built;
 * a function that reads a file at its start has no time for that.
 */
final class OfferReader {

  private static final AllowedValues<Supply> SUPPLIES = AllowedValues.of(Supply.class);
  private static final AllowedValues<Tier> TIERS = AllowedValues.of(Tier.class);
  private static final AllowedValues<Market> MARKETS = AllowedValues.of(Market.class);
  private static final AllowedValues<Continent> CONTINENTS = AllowedValues.of(Continent.class);

  private static final String PER_SECOND = "usd_per_second";
  private static final String PER_HOUR = "usd_per_hour";
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private final AllowedValues<Card> cards;
  private final Map<Object, Object> shared = new HashMap<>();
  private final boolean sharing;

  OfferReader(NameIndex<Card> cards, boolean sharing) {
    this.cards = AllowedValues.of(cards);
    this.sharing = sharing;
  }

  Offer read(Entry entry, String provider, Terms terms) {
    return new Offer(
        entry.text("id"),
        provider,
        shared(entry.choices("cards", cards, 1)),
        entry.count("gpus"),
        entry.count("max_units"),
        entry.count("nominal_gb"),
        usdPerHour(entry),
        terms(entry, terms),
        stock(entry),
        entry.choice("tier", TIERS),
        sale(entry),
        PriceListReader.optionalDate(entry, "as_of").map(this::shared),
        provenance(entry));
  }

  private Terms terms(Entry entry, Terms terms) {
    return entry.has("includes")
        ? shared(terms.including(entry.choices("includes", PriceListReader.INCLUDED, 0)))
        : terms;
  }

  private Stock stock(Entry entry) {
    Supply supply = entry.choice("supply", SUPPLIES);
    return shared(new Stock(supply, PriceListReader.optionalDate(entry, "supply_as_of")));
  }

  private Sale sale(Entry entry) {
    Market market = entry.has("market") ? entry.choice("market", MARKETS) : Market.ON_DEMAND;
    int months = entry.has("term_months") ? entry.count("term_months") : 0;
    if ((months > 0) != (market == Market.RESERVED)) {
      throw entry.fault("term_months", "belongs to market 'reserved', and to nothing else");
    }
    Optional<Region> region =
        entry.has("region") ? Optional.of(shared(region(entry))) : Optional.empty();
    return shared(new Sale(market, months, region));
  }

  private Region region(Entry entry) {
    String name = entry.text("region");
    if (entry.has("country")) {
      String country = entry.text("country");
      Continent continent =
          Countries.continent(country)
              .orElseThrow(() -> entry.fault("country", "'" + country + "' is unknown"));
      return new Region(name, Optional.of(country), Optional.of(continent));
    }
    return entry.has("continent")
        ? new Region(name, Optional.empty(), Optional.of(entry.choice("continent", CONTINENTS)))
        : Region.named(name);
  }

  private Provenance provenance(Entry entry) {
    Provenance read = EntryReader.provenance(entry);
    if (!sharing) {
      return read;
    }
    return new Provenance(
        shared(read.sources().stream().map(this::shared).toList()),
        shared(read.unverified()),
        shared(read.note()));
  }

  /** The first of its kind that was read. */
  @SuppressWarnings("unchecked")
  private <T> T shared(T value) {
    return sharing
        ? (T) shared.computeIfAbsent(List.of(value.getClass(), value), unseen -> value)
        : value;
  }

  /** Most lists print a price per hour, some per second. */
  private static BigDecimal usdPerHour(Entry entry) {
    if (!entry.has(PER_HOUR)) {
      return entry.money(PER_SECOND).multiply(SECONDS_PER_HOUR);
    }
    if (entry.has(PER_SECOND)) {
      throw entry.fault(PER_HOUR, "must not stand beside " + PER_SECOND);
    }
    return entry.money(PER_HOUR);
  }
}
