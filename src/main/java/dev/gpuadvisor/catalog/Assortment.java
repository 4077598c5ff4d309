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
  private final Optional<LocalDate> lastSeen;

  /** Null until somebody asks, where the offers are sorted no earlier. */
  private volatile Sorted sorted;

  /**
   * @param byMarket empty where all are sold on one, or where these are a part of others
   */
  private record Sorted(
      List<Shelf> shelves, Set<Market> markets, Map<Market, Assortment> byMarket) {}

  private Assortment(List<Offer> offers) {
    this.offers = List.copyOf(offers);
    this.lastSeen = lastSeen(offers);
  }

  private Assortment(List<Offer> offers, List<Shelf> shelves) {
    this(offers);
    this.sorted = new Sorted(List.copyOf(shelves), markets(offers), Map.of());
  }

  private static Set<Market> markets(List<Offer> offers) {
    Set<Market> markets = EnumSet.noneOf(Market.class);
    offers.forEach(offer -> markets.add(offer.sale().market()));
    return markets;
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

  /** Sorted at once. */
  public static Assortment of(List<Offer> offers) {
    Assortment all = unsorted(offers);
    all.sorted();
    return all;
  }

  /** Sorted when they are first asked for: of the lists of a file most are not. */
  public static Assortment unsorted(List<Offer> offers) {
    return new Assortment(offers);
  }

  private Sorted sorted() {
    Sorted known = sorted;
    if (known == null) {
      known = sort();
      sorted = known;
    }
    return known;
  }

  private Sorted sort() {
    Assortment all = new Assortment(offers, Shelf.of(offers));
    Sorted together = all.sorted();
    if (together.markets().size() < 2) {
      return together;
    }
    Map<Market, Assortment> byMarket = new EnumMap<>(Market.class);
    together.markets().forEach(market -> byMarket.put(market, all.on(market)));
    return new Sorted(together.shelves(), together.markets(), byMarket);
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
    return sorted().shelves();
  }

  /** The last day that an offer gives for its own price; empty where none does. */
  Optional<LocalDate> lastSeen() {
    return lastSeen;
  }

  /** What is sold on one market: most questions are of one, so it is known once a list is read. */
  Assortment on(Market market) {
    Sorted known = sorted();
    if (known.markets().size() == 1 && known.markets().contains(market)) {
      return this;
    }
    Assortment part = known.byMarket().get(market);
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
    for (Shelf shelf : shelves()) {
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
    List<Shelf> changed = new ArrayList<>(shelves().size());
    for (Shelf shelf : shelves()) {
      List<Offer> left = map(shelf.offers(), change);
      if (!left.isEmpty()) {
        changed.add(left == shelf.offers() ? shelf : new Shelf(left));
      }
    }
    return new Assortment(map(offers, change), changed);
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
