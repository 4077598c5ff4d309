package dev.gpuadvisor.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a file of {@code price-lists/}. */
final class PriceListReader {

  private static final Choice<Billing> BILLINGS = Choice.of(Billing.class);
  private static final Choice<Supply> SUPPLIES = Choice.of(Supply.class);
  private static final Choice<Tier> TIERS = Choice.of(Tier.class);
  private static final Choice<String> CURRENCIES = Choice.of("USD");

  private final Choice<Card> cards;
  private final String provider;
  private final Billing billing;
  private final Set<String> offerKeys = new HashSet<>();

  private PriceListReader(Entry file, NameIndex<Card> cards) {
    this.cards = Choice.of(cards);
    this.provider = file.text("provider");
    this.billing = file.choice("billing", BILLINGS);
  }

  static PriceList read(Entry file, NameIndex<Card> cards) {
    PriceListReader reader = new PriceListReader(file, cards);
    file.text("$schema");
    PriceList list =
        new PriceList(
            reader.provider,
            file.text("name"),
            date(file, "as_of"),
            file.text("source"),
            file.choice("currency", CURRENCIES),
            file.entries("offers").stream().map(reader::offer).toList());
    file.end();
    return list;
  }

  static NameIndex<PriceList> index(List<PriceList> priceLists) {
    NameIndex.Builder<PriceList> index = NameIndex.builder();
    priceLists.forEach(list -> index.add(list, list.provider(), List.of()));
    return index.build();
  }

  static NameIndex<Offer> indexOffers(List<PriceList> priceLists) {
    NameIndex.Builder<Offer> index = NameIndex.builder();
    for (PriceList list : priceLists) {
      list.offers().forEach(offer -> index.add(offer, offer.id(), List.of()));
    }
    return index.build();
  }

  private Offer offer(Entry entry) {
    Offer offer =
        new Offer(
            entry.text("id"),
            provider,
            entry.choices("cards", cards),
            entry.count("gpus"),
            entry.count("max_units"),
            entry.count("nominal_gb"),
            entry.money("usd_per_second"),
            billing,
            entry.choice("supply", SUPPLIES),
            entry.choice("tier", TIERS),
            EntryReader.provenance(entry));
    if (!offerKeys.add(NameIndex.key(offer.id()))) {
      throw entry.fault("id", "'" + offer.id() + "' stands twice");
    }
    entry.end();
    return offer;
  }

  private static LocalDate date(Entry file, String field) {
    try {
      return LocalDate.parse(file.text(field));
    } catch (DateTimeParseException e) {
      throw file.fault(field, "must be a date such as 2025-11-25");
    }
  }
}
