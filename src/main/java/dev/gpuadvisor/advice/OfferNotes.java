package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What to know of an offer before renting it, and of the list that it stands in. */
final class OfferNotes {

  private static final int OLD_AFTER_DAYS = 90;

  private OfferNotes() {}

  /** A warning where prices are old enough to have changed. */
  static List<Note> ageOf(PriceList list, LocalDate today) {
    long age = list.ageInDays(today);
    if (age <= OLD_AFTER_DAYS) {
      return List.of();
    }
    Message text =
        list.isDateVerified()
            ? Msg.Note.priceAge(list.asOf().toString(), age, list.name())
            : Msg.Note.priceAgeAbout(list.asOf().toString(), age, list.name());
    return List.of(Note.of("price_age", text));
  }

  static List<Note> of(Assessment picked) {
    Worker worker = picked.worker();
    Offer offer = worker.offer();
    List<Note> notes = new ArrayList<>();
    if (offer.isMixedPool()) {
      notes.add(Note.of("mixed_pool", mixedPool(offer)));
    }
    if (offer.supply() == Supply.UNKNOWN) {
      Message text = Msg.Note.supplyUnknown(offer.id());
      notes.add(Note.of("supply_unknown", text));
    }
    if (offer.supply().isScarce()) {
      notes.add(Note.of("supply", supply(offer)));
    }
    if (isBilledWithoutWork(picked.bill())) {
      notes.add(Note.of("billed_all_month", billedAllMonth(offer, picked.bill())));
    }
    offer.asOf().ifPresent(date -> notes.add(Note.of("price_date", priceDate(offer, date))));
    for (String field : unverified(worker)) {
      notes.add(Note.of("unverified", unverified(offer, field)));
    }
    return notes;
  }

  private static boolean isBilledWithoutWork(Bill bill) {
    return !bill.scalesToZero() && bill.billedHours().compareTo(bill.usage().hoursPerMonth()) > 0;
  }

  private static Message billedAllMonth(Offer offer, Bill bill) {
    return Msg.Note.billedAllMonth(
        bill.billedHours().stripTrailingZeros(),
        bill.usage().hoursPerMonth().stripTrailingZeros(),
        offer.id());
  }

  private static Message priceDate(Offer offer, LocalDate date) {
    return Msg.Note.priceDate(date.toString(), offer.id());
  }

  private static Message mixedPool(Offer offer) {
    boolean known = !offer.provenance().unverified().contains("cards");
    return known
        ? Msg.Note.mixedPool(
            offer.cards().stream().map(Card::name).toList(), offer.id(), offer.worstCard().name())
        : Msg.Note.unknownCard(
            offer.cards().stream().map(Card::name).toList(), offer.id(), offer.worstCard().name());
  }

  private static Message supply(Offer offer) {
    return Msg.Note.supply(offer.id(), Reasons.supply(offer.supply()));
  }

  private static Message unverified(Offer offer, String field) {
    return Msg.Note.unverified(field(field), offer.id());
  }

  /** What a field of a price list is, in words. */
  static Message field(String name) {
    return switch (name) {
      case "usd_per_second", "usd_per_hour" -> Msg.OfferField.price();
      case "as_of" -> Msg.OfferField.asOf();
      case "region" -> Msg.OfferField.region();
      case "cards" -> Msg.OfferField.cards();
      case "max_units" -> Msg.OfferField.maxUnits();
      case "supply" -> Msg.OfferField.supply();
      case "tier" -> Msg.OfferField.tier();
      case "nominal_gb" -> Msg.OfferField.nominalGb();
      case "gpus" -> Msg.OfferField.gpus();
      case "billing" -> Msg.OfferField.billing();
      default -> throw new IllegalArgumentException("no text says what " + name + " is");
    };
  }

  /** How many units a worker can have matters only to those who take several. */
  private static List<String> unverified(Worker worker) {
    return worker.offer().provenance().unverified().stream()
        .filter(field -> worker.units() > 1 || !field.equals("max_units"))
        .toList();
  }
}
