package dev.gpuadvisor.catalog;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The offers of a price list in its order, and sorted onto shelves: once, when the list is read, so
 * that an answer has only to look at one offer of each.
 */
public final class Assortment extends AbstractList<Offer> implements RandomAccess {

  private final List<Offer> offers;
  private final List<Shelf> shelves;
  private final Set<Market> markets = EnumSet.noneOf(Market.class);
  private final Map<Market, Assortment> byMarket;
  private final Optional<LocalDate> lastSeen;

  private Assortment(List<Offer> offers, List<Shelf> shelves, Map<Market, Assortment> byMarket) {
    this.offers = List.copyOf(offers);
    this.shelves = List.copyOf(shelves);
    this.byMarket = byMarket;
    this.lastSeen = lastSeen(offers);
    offers.forEach(offer -> markets.add(offer.sale().market()));
  }

  private static Optional<LocalDate> lastSeen(List<Offer> offers) {
    LocalDate last = null;
    for (Offer offer : offers) {
      LocalDate day = offer.asOf().orElse(null);
      if (day != null && (last == null || day.isAfter(last))) {
        last = day;
      }
    }
    return Optional.ofNullable(last);
  }

  public static Assortment of(List<Offer> offers) {
    Assortment all = new Assortment(offers, Shelf.of(offers), Map.of());
    if (all.markets.size() < 2) {
      return all;
    }
    Map<Market, Assortment> byMarket = new EnumMap<>(Market.class);
    all.markets.forEach(market -> byMarket.put(market, all.on(market)));
    return new Assortment(all.offers, all.shelves, byMarket);
  }

  @Override
  public Offer get(int index) {
    return offers.get(index);
  }

  @Override
  public int size() {
    return offers.size();
  }

  /** All offers, those that are alike together; what is cheapest first. */
  public List<Shelf> shelves() {
    return shelves;
  }

  /** The last day that an offer gives for its own price; empty where none does. */
  Optional<LocalDate> lastSeen() {
    return lastSeen;
  }

  /** What is sold on one market: most questions are of one, so it is known once a list is read. */
  Assortment on(Market market) {
    if (markets.size() == 1 && markets.contains(market)) {
      return this;
    }
    Assortment part = byMarket.get(market);
    return part == null ? only(offer -> offer.sale().market() == market) : part;
  }

  /** No more than some of them. */
  Assortment only(Predicate<Offer> wanted) {
    for (Offer offer : offers) {
      if (!wanted.test(offer)) {
        return map(each -> wanted.test(each) ? each : null);
      }
    }
    return this;
  }

  /** The same with what is still known on a day of how much there is. */
  Assortment on(LocalDate today) {
    for (Shelf shelf : shelves) {
      if (shelf.cheapest().on(today) != shelf.cheapest()) {
        return map(each -> each.on(today));
      }
    }
    return this;
  }

  /**
   * Nothing is moved to another shelf.
   *
   * @param change gives null for what is left out
   */
  private Assortment map(UnaryOperator<Offer> change) {
    List<Shelf> changed = new ArrayList<>(shelves.size());
    for (Shelf shelf : shelves) {
      List<Offer> left = map(shelf.offers(), change);
      if (!left.isEmpty()) {
        changed.add(left == shelf.offers() ? shelf : new Shelf(left));
      }
    }
    return new Assortment(map(offers, change), changed, Map.of());
  }

  /** The list itself where nothing changes, as on most shelves. */
  private static List<Offer> map(List<Offer> offers, UnaryOperator<Offer> change) {
    List<Offer> changed = null;
    for (int i = 0; i < offers.size(); i++) {
      Offer offer = offers.get(i);
      Offer other = change.apply(offer);
      if (other != offer && changed == null) {
        changed = new ArrayList<>(offers.subList(0, i));
      }
      if (other != null && changed != null) {
        changed.add(other);
      }
    }
    return changed == null ? offers : changed;
  }
}
