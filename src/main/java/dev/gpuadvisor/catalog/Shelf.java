package dev.gpuadvisor.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Offers of one list that are alike but for name, price and place: what runs on one of them runs on
 * all, in the same size and as fast.
 *
 * @param offers the cheapest first; never empty
 */
public record Shelf(List<Offer> offers) {

  private static final Comparator<Offer> BY_PRICE =
      Comparator.comparing(Offer::usdPerHour).thenComparing(Offer::id);

  public Shelf {
    offers = List.copyOf(offers);
  }

  /** What those on one shelf have in common. */
  private record Kind(
      List<Card> cards,
      int gpus,
      int maxUnits,
      int nominalGb,
      Terms terms,
      Stock stock,
      boolean isOwn) {

    static Kind of(Offer offer) {
      return new Kind(
          offer.cards(),
          offer.gpus(),
          offer.maxUnits(),
          offer.nominalGb(),
          offer.terms(),
          offer.stock(),
          offer.isOwn());
    }
  }

  /** The shelves with what is cheapest first: so most answers look at them. */
  static List<Shelf> of(List<Offer> offers) {
    Map<Kind, List<Offer>> shelves = new LinkedHashMap<>();
    for (Offer offer : offers) {
      shelves.computeIfAbsent(Kind.of(offer), kind -> new ArrayList<>()).add(offer);
    }
    shelves.values().forEach(alike -> alike.sort(BY_PRICE));
    return shelves.values().stream()
        .map(Shelf::new)
        .sorted(Comparator.comparing(Shelf::cheapest, BY_PRICE))
        .toList();
  }

  /** One by itself. */
  public static Shelf of(Offer offer) {
    return new Shelf(List.of(offer));
  }

  public Offer cheapest() {
    return offers.get(0);
  }
}
