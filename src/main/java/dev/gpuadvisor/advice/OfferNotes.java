package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceHistory;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Sale;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.Vendor;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What to know of an offer before renting it, and of the list that it stands in. */
final class OfferNotes {

  private OfferNotes() {}

  /**
   * @param lists among which is that of the offer
   */
  static List<Note> of(Assessment picked, List<PriceList> lists, LocalDate today) {
    Worker worker = picked.worker();
    Offer offer = worker.offer();
    List<Note> notes = new ArrayList<>();
    if (offer.isMixedPool()) {
      notes.add(Note.of(NoteCode.MIXED_POOL, mixedPool(offer)));
    }
    offer.cards().stream()
        .filter(card -> card.vendor() == Vendor.AMD)
        .findFirst()
        .ifPresent(
            card -> notes.add(Note.of(NoteCode.UNTRIED_CARD, Msg.ReadAs.untried(card.name()))));
    if (offer.supply() == Supply.UNKNOWN) {
      Message text = Msg.Note.supplyUnknown(offer.id());
      notes.add(Note.of(NoteCode.SUPPLY_UNKNOWN, text));
    }
    if (offer.supply().isScarce()) {
      notes.add(Note.of(NoteCode.SUPPLY, supply(offer)));
    }
    if (!offer.isOwn() && isBilledWithoutWork(picked.bill())) {
      notes.add(Note.of(NoteCode.BILLED_ALL_MONTH, billedAllMonth(offer, picked.bill())));
    }
    notes.addAll(terms(offer));
    lists.stream()
        .filter(list -> list.provider().equals(offer.provider()))
        .findFirst()
        .ifPresent(list -> notes.addAll(price(offer, list, today)));
    for (String field : unverified(worker)) {
      notes.add(Note.of(NoteCode.UNVERIFIED, unverified(offer, field)));
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

  /** What to know of a market where one does not simply rent. */
  private static List<Note> terms(Offer offer) {
    Sale sale = offer.sale();
    int notice = offer.terms().noticeSeconds();
    return switch (sale.market()) {
      case ON_DEMAND -> List.of();
      case SPOT -> {
        Message text =
            notice == 0 ? Msg.Note.spot(offer.id()) : Msg.Note.spotNotice(offer.id(), notice);
        yield List.of(Note.of(NoteCode.SPOT, text));
      }
      case RESERVED -> {
        Message text = Msg.Note.reserved(sale.months(), offer.id());
        yield List.of(Note.of(NoteCode.RESERVED, text));
      }
    };
  }

  /** That a price is old though its list is not, or that it has moved of late. */
  private static List<Note> price(Offer offer, PriceList list, LocalDate today) {
    List<Note> notes = new ArrayList<>();
    if (list.isStale(offer, today) && !list.isStale(today)) {
      offer
          .asOf()
          .ifPresent(date -> notes.add(Note.of(NoteCode.PRICE_DATE, priceDate(offer, date))));
    }
    list.history(offer)
        .filter(history -> history.moved(today))
        .ifPresent(
            history -> notes.add(Note.of(NoteCode.PRICE_MOVED, moved(offer, history, today))));
    return notes;
  }

  private static Message moved(Offer offer, PriceHistory history, LocalDate today) {
    BigDecimal percent = history.changePercent(today);
    BigDecimal before = history.before(today).usdPerHour();
    BigDecimal now = history.last().usdPerHour();
    LocalDate since = history.last().since();
    LocalDate then = history.dayBefore(today);
    return percent.signum() > 0
        ? Msg.Note.priceRose(before, now, offer.id(), percent, since, then)
        : Msg.Note.priceFell(before, now, offer.id(), percent.abs(), since, then);
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
