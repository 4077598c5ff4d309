package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.Assortment;
import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Included;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceKind;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the files of {@code price-lists/}; offers are named once across all of them. */
final class PriceListReader {

  static final AllowedValues<Included> INCLUDED = AllowedValues.of(Included.class);

  private static final AllowedValues<PriceKind> KINDS = AllowedValues.of(PriceKind.class);
  private static final AllowedValues<Billing> BILLINGS = AllowedValues.of(Billing.class);
  private static final AllowedValues<String> CURRENCIES = AllowedValues.of("USD");

  private final OfferReader reader;
  private final Function<String, String> files;
  private final boolean sharing;
  private final NameIndex.Builder<PriceList> lists = NameIndex.builder();
  private final NameIndex.Builder<Offer> offers = NameIndex.builder();

  /**
   * @param files gives the histories by their names, null for none
   * @param sharing whether what many offers have in common is kept once, and each list is sorted at
   *     once: as it should be in an image
   */
  PriceListReader(NameIndex<Card> cards, Function<String, String> files, boolean sharing) {
    this.reader = new OfferReader(cards, sharing);
    this.files = files;
    this.sharing = sharing;
  }

  NameIndex<PriceList> lists() {
    return lists.build();
  }

  NameIndex<Offer> offers() {
    return offers.build();
  }

  void add(Entry file) {
    if (file.has("$schema")) {
      file.text("$schema");
    }
    String provider = file.text("provider");
    Terms terms = terms(file);
    List<Offer> read = offers(file, provider, terms);
    PriceList list =
        new PriceList(
            provider,
            file.text("name"),
            file.choice("kind", KINDS),
            date(file, "as_of"),
            file.text("source"),
            file.choice("currency", CURRENCIES),
            terms,
            EntryReader.provenance(file),
            sharing ? Assortment.of(read) : Assortment.unsorted(read),
            HistoryReader.read("history/" + provider + ".csv", files, read));
    EntryReader.index(file, "provider", () -> lists.add(list, list.provider(), List.of()));
    file.end();
  }

  private static Terms terms(Entry file) {
    Optional<Entry> interruption = file.optionalObject("interruption");
    int notice = interruption.map(entry -> entry.count("notice_seconds")).orElse(0);
    interruption.ifPresent(
        entry -> {
          entry.text("source");
          entry.end();
        });
    return new Terms(
        file.choice("billing", BILLINGS),
        file.has("minimum_seconds") ? file.count("minimum_seconds") : 0,
        file.flag("scales_to_zero"),
        file.choices("includes", INCLUDED, 0),
        notice);
  }

  private List<Offer> offers(Entry file, String provider, Terms terms) {
    List<Offer> read = new ArrayList<>();
    for (Entry entry : file.entries("offers")) {
      Offer offer = reader.read(entry, provider, terms);
      List<String> aliases = entry.texts("aliases", 0);
      EntryReader.index(entry, "id", () -> offers.add(offer, offer.id(), aliases));
      entry.end();
      read.add(offer);
    }
    return read;
  }

  static LocalDate date(Entry file, String field) {
    return IsoDate.read(file.text(field))
        .orElseThrow(() -> file.fault(field, "must be a date such as 2025-11-25"));
  }

  static Optional<LocalDate> optionalDate(Entry entry, String field) {
    return entry.has(field) ? Optional.of(date(entry, field)) : Optional.empty();
  }
}
