package dev.gpuadvisor.cataloguediff;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Price;
import java.util.ArrayList;
import java.util.List;

/**
 * How the offers of two catalogues differ.
 *
 * @param altered of the same price, but with other cards, supply or terms
 */
record OfferChanges(
    List<Offer> added, List<Offer> removed, List<Repriced> repriced, List<Offer> altered) {

  record Repriced(Offer before, Offer after) {

    String line() {
      Price old = new Price(before.usdPerHour());
      Price now = new Price(after.usdPerHour());
      return named(after) + " " + Lines.change(Lines.usd(old), now, now.percentAbove(old));
    }
  }

  static OfferChanges between(Catalog before, Catalog after) {
    OfferChanges changes =
        new OfferChanges(
            missing(after, before), missing(before, after), new ArrayList<>(), new ArrayList<>());
    for (Offer offer : after.offers().all()) {
      before.offers().all().stream()
          .filter(other -> other.id().equals(offer.id()))
          .forEach(other -> changes.compare(other, offer));
    }
    return changes;
  }

  private void compare(Offer before, Offer after) {
    if (before.usdPerHour().compareTo(after.usdPerHour()) != 0) {
      repriced.add(new Repriced(before, after));
    } else if (!facts(before).equals(facts(after))) {
      altered.add(after);
    }
  }

  /** Whether anything at all is different. */
  boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && repriced.isEmpty() && altered.isEmpty();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    added.forEach(offer -> lines.add("+ " + priced(offer)));
    removed.forEach(offer -> lines.add("- " + priced(offer)));
    repriced.forEach(each -> lines.add("$ " + each.line()));
    altered.forEach(offer -> lines.add("~ " + named(offer)));
    return lines;
  }

  private static List<Offer> missing(Catalog all, Catalog from) {
    return all.offers().all().stream()
        .filter(offer -> !from.offers().ids().contains(offer.id()))
        .toList();
  }

  /** What a pick can depend on, besides the price. */
  private static List<Object> facts(Offer offer) {
    return List.of(
        offer.provider(),
        offer.cards().stream().map(Card::id).toList(),
        offer.gpus(),
        offer.maxUnits(),
        offer.nominalGb(),
        offer.terms(),
        offer.supply(),
        offer.sale());
  }

  private static String priced(Offer offer) {
    return named(offer) + " " + Lines.usd(new Price(offer.usdPerHour()));
  }

  private static String named(Offer offer) {
    return offer.provider() + " " + offer.id();
  }
}
