package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.text.Message;
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
        Message.of(list.isDateVerified() ? "note.price_age" : "note.price_age_about")
            .word("list", list.name())
            .word("date", list.asOf().toString())
            .count("days", age);
    return List.of(Note.of("price_age", text));
  }

  static List<Note> of(Worker worker) {
    Offer offer = worker.offer();
    List<Note> notes = new ArrayList<>();
    if (offer.isMixedPool()) {
      notes.add(Note.of("mixed_pool", mixedPool(offer)));
    }
    if (offer.supply() == Supply.UNKNOWN) {
      Message text = Message.of("note.supply_unknown").word("offer", offer.id());
      notes.add(Note.of("supply_unknown", text));
    }
    if (offer.supply().isScarce()) {
      notes.add(Note.of("supply", supply(offer)));
    }
    offer.asOf().ifPresent(date -> notes.add(Note.of("price_date", priceDate(offer, date))));
    for (String field : unverified(worker)) {
      notes.add(Note.of("unverified", unverified(offer, field)));
    }
    return notes;
  }

  private static Message priceDate(Offer offer, LocalDate date) {
    return Message.of("note.price_date").word("offer", offer.id()).word("date", date.toString());
  }

  private static Message mixedPool(Offer offer) {
    boolean known = !offer.provenance().unverified().contains("cards");
    return Message.of(known ? "note.mixed_pool" : "note.unknown_card")
        .word("offer", offer.id())
        .words("cards", offer.cards().stream().map(Card::name).toList())
        .word("worst", offer.worstCard().name());
  }

  private static Message supply(Offer offer) {
    return Message.of("note.supply")
        .word("offer", offer.id())
        .message("supply", Reasons.supply(offer.supply()));
  }

  private static Message unverified(Offer offer, String field) {
    return Message.of("note.unverified")
        .word("offer", offer.id())
        .message("field", Message.of("offer_field." + field));
  }

  /** How many units a worker can have matters only to those who take several. */
  private static List<String> unverified(Worker worker) {
    return worker.offer().provenance().unverified().stream()
        .filter(field -> worker.units() > 1 || !field.equals("max_units"))
        .toList();
  }
}
