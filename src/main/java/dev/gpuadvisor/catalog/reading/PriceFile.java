package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceHistory;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.PricePoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of price lists in the catalogue's form, read when the program starts and checked as the
 * bundled ones are: {@code {"price_lists": [...]}}, or one list alone. A list of a provider that is
 * bundled replaces the bundled one unless that is newer; others are added.
 *
 * @param catalog with the lists of the file
 * @param taken the lists that answer now
 * @param older the lists that the bundled ones are newer than
 */
public record PriceFile(Catalog catalog, List<PriceList> taken, List<PriceList> older) {

  private static final String LISTS = "price_lists";

  /** So many bytes of 0 are wanted behind what is read, which is then not copied. */
  public static final int ROOM = PlainJson.ROOM;

  /**
   * @param name of the file, for faults
   * @param content in UTF-8, with {@link #ROOM} bytes of 0 behind it
   * @param length without these
   * @throws CatalogException naming the first fault; nothing of the file counts then
   */
  public static PriceFile read(Catalog bundled, String name, byte[] content, int length) {
    Object tree =
        PlainJson.read(content, length)
            .orElseGet(() -> JsonTree.read(name, Arrays.copyOf(content, length), false));
    Entry file = Entry.top(name, tree);
    PriceListReader reader = new PriceListReader(bundled.cards(), unknown -> null, false);
    if (file.has(LISTS)) {
      file.entries(LISTS).forEach(reader::add);
      file.end();
    } else {
      reader.add(Entry.top(name, tree));
    }
    try {
      return merged(bundled, reader.lists().all(), reader.offers());
    } catch (IllegalArgumentException e) {
      throw new CatalogException(name + ": " + e.getMessage(), e);
    }
  }

  private static PriceFile merged(Catalog bundled, List<PriceList> lists, NameIndex<Offer> offers) {
    List<PriceList> taken = new ArrayList<>();
    List<PriceList> older = new ArrayList<>();
    NameIndex.Builder<PriceList> names = NameIndex.builder();
    for (PriceList list : lists) {
      Optional<PriceList> before = bundled.priceLists().find(list.provider());
      if (before.filter(other -> other.lastSeen().isAfter(list.lastSeen())).isPresent()) {
        older.add(list);
      } else {
        PriceList whole = before.map(other -> withHistory(list, other, bundled)).orElse(list);
        names.add(whole, whole.provider(), List.of());
        taken.add(whole);
      }
    }
    Catalog catalog = taken.isEmpty() ? bundled : bundled.with(names.build(), offers);
    return new PriceFile(catalog, List.copyOf(taken), List.copyOf(older));
  }

  /** What is known of the bundled prices goes on with those of the file. */
  private static PriceList withHistory(PriceList list, PriceList before, Catalog bundled) {
    Map<String, PriceHistory> histories = new HashMap<>();
    for (Offer offer : list.offers()) {
      Optional<Offer> other = bundled.offers().withId(offer.id());
      if (other.isPresent() && other.get().provider().equals(list.provider())) {
        history(offer, list, other.get(), before)
            .ifPresent(history -> histories.put(offer.id(), history));
      }
    }
    return list.with(histories);
  }

  private static Optional<PriceHistory> history(
      Offer offer, PriceList list, Offer other, PriceList before) {
    boolean same = offer.usdPerHour().compareTo(other.usdPerHour()) == 0;
    LocalDate since = offer.asOf().orElse(list.asOf());
    LocalDate seen = other.asOf().orElse(before.asOf());
    if (same || !since.isAfter(seen)) {
      return same ? before.history(other) : Optional.empty();
    }
    List<PricePoint> points =
        new ArrayList<>(
            before
                .history(other)
                .map(PriceHistory::points)
                .orElse(List.of(new PricePoint(seen, other.usdPerHour(), before.source()))));
    points.add(new PricePoint(since, offer.usdPerHour(), list.source()));
    return Optional.of(new PriceHistory(points));
  }
}
