package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.catalog.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of {@code price-lists/}; offers are named once across all of them. */
final class PriceListReader {

  private static final AllowedValues<Billing> BILLINGS = AllowedValues.of(Billing.class);
  private static final AllowedValues<Supply> SUPPLIES = AllowedValues.of(Supply.class);
  private static final AllowedValues<Tier> TIERS = AllowedValues.of(Tier.class);
  private static final AllowedValues<String> CURRENCIES = AllowedValues.of("USD");

  private static final String PER_SECOND = "usd_per_second";
  private static final String PER_HOUR = "usd_per_hour";
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private final AllowedValues<Card> cards;
  private final NameIndex.Builder<PriceList> lists = NameIndex.builder();
  private final NameIndex.Builder<Offer> offers = NameIndex.builder();

  PriceListReader(NameIndex<Card> cards) {
    this.cards = AllowedValues.of(cards);
  }

  NameIndex<PriceList> lists() {
    return lists.build();
  }

  NameIndex<Offer> offers() {
    return offers.build();
  }

  void add(Entry file) {
    file.text("$schema");
    Terms terms = new Terms(file.choice("billing", BILLINGS), file.flag("scales_to_zero"));
    PriceList list =
        new PriceList(
            file.text("provider"),
            file.text("name"),
            date(file, "as_of"),
            file.text("source"),
            file.choice("currency", CURRENCIES),
            terms,
            EntryReader.provenance(file),
            offers(file, terms));
    EntryReader.index(file, "provider", () -> lists.add(list, list.provider(), List.of()));
    file.end();
  }

  private List<Offer> offers(Entry file, Terms terms) {
    String provider = file.text("provider");
    List<Offer> read = new ArrayList<>();
    for (Entry entry : file.entries("offers")) {
      Offer offer = offer(entry, provider, terms);
      List<String> aliases = entry.texts("aliases", 0);
      EntryReader.index(entry, "id", () -> offers.add(offer, offer.id(), aliases));
      entry.end();
      read.add(offer);
    }
    return read;
  }

  private Offer offer(Entry entry, String provider, Terms terms) {
    return new Offer(
        entry.text("id"),
        provider,
        entry.choices("cards", cards, 1),
        entry.count("gpus"),
        entry.count("max_units"),
        entry.count("nominal_gb"),
        usdPerHour(entry),
        terms,
        entry.choice("supply", SUPPLIES),
        entry.choice("tier", TIERS),
        entry.has("region") ? Optional.of(entry.text("region")) : Optional.empty(),
        entry.has("as_of") ? Optional.of(date(entry, "as_of")) : Optional.empty(),
        EntryReader.provenance(entry));
  }

  /** Most lists print the price of an hour, some that of a second. */
  private static BigDecimal usdPerHour(Entry entry) {
    if (!entry.has(PER_HOUR)) {
      return entry.money(PER_SECOND).multiply(SECONDS_PER_HOUR);
    }
    if (entry.has(PER_SECOND)) {
      throw entry.fault(PER_HOUR, "must not stand beside " + PER_SECOND);
    }
    return entry.money(PER_HOUR);
  }

  private static LocalDate date(Entry file, String field) {
    try {
      return LocalDate.parse(file.text(field));
    } catch (DateTimeParseException e) {
      throw file.fault(field, "must be a date such as 2025-11-25");
    }
  }
}
