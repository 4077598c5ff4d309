package dev.gpuadvisor.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of {@code price-lists/}; offers are named once across all of them. */
final class PriceListReader {

  private static final Choice<Billing> BILLINGS = Choice.of(Billing.class);
  private static final Choice<Supply> SUPPLIES = Choice.of(Supply.class);
  private static final Choice<Tier> TIERS = Choice.of(Tier.class);
  private static final Choice<String> CURRENCIES = Choice.of("USD");

  private final Choice<Card> cards;
  private final NameIndex.Builder<PriceList> lists = NameIndex.builder();
  private final NameIndex.Builder<Offer> offers = NameIndex.builder();

  PriceListReader(NameIndex<Card> cards) {
    this.cards = Choice.of(cards);
  }

  NameIndex<PriceList> lists() {
    return lists.build();
  }

  NameIndex<Offer> offers() {
    return offers.build();
  }

  void add(Entry file) {
    file.text("$schema");
    PriceList list =
        new PriceList(
            file.text("provider"),
            file.text("name"),
            date(file, "as_of"),
            file.text("source"),
            file.choice("currency", CURRENCIES),
            offers(file));
    EntryReader.index(file, "provider", () -> lists.add(list, list.provider(), List.of()));
    file.end();
  }

  private List<Offer> offers(Entry file) {
    String provider = file.text("provider");
    Billing billing = file.choice("billing", BILLINGS);
    List<Offer> read = new ArrayList<>();
    for (Entry entry : file.entries("offers")) {
      Offer offer = offer(entry, provider, billing);
      List<String> aliases = entry.texts("aliases", 0);
      EntryReader.index(entry, "id", () -> offers.add(offer, offer.id(), aliases));
      entry.end();
      read.add(offer);
    }
    return read;
  }

  private Offer offer(Entry entry, String provider, Billing billing) {
    return new Offer(
        entry.text("id"),
        provider,
        entry.choices("cards", cards, 1),
        entry.count("gpus"),
        entry.count("max_units"),
        entry.count("nominal_gb"),
        entry.money("usd_per_second"),
        billing,
        entry.choice("supply", SUPPLIES),
        entry.choice("tier", TIERS),
        EntryReader.provenance(entry));
  }

  private static LocalDate date(Entry file, String field) {
    try {
      return LocalDate.parse(file.text(field));
    } catch (DateTimeParseException e) {
      throw file.fault(field, "must be a date such as 2025-11-25");
    }
  }
}
