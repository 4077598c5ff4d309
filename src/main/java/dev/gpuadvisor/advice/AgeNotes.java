package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A warning where prices are older than prices of their kind last: one for all lists together. */
public final class AgeNotes {

  /** More are counted, not named. */
  private static final int MOST_NAMED = 3;

  private AgeNotes() {}

  /**
   * @param offers that the answer is about; their lists are named first
   */
  public static List<Note> of(List<PriceList> lists, List<Offer> offers, LocalDate today) {
    List<String> providers = offers.stream().map(Offer::provider).toList();
    List<PriceList> stale =
        new ArrayList<>(lists.stream().filter(list -> list.isStale(today)).toList());
    if (stale.isEmpty()) {
      return List.of();
    }
    stale.sort(Comparator.comparing(list -> !providers.contains(list.provider())));
    int named = stale.size() == MOST_NAMED + 1 ? stale.size() : MOST_NAMED;
    List<String> names = stale.stream().limit(named).map(AgeNotes::dated).toList();
    int more = stale.size() - names.size();
    return List.of(
        Note.of(
            NoteCode.PRICE_AGE,
            more == 0 ? Msg.Note.priceAge(names) : Msg.Note.priceAgeMore(names, more)));
  }

  private static String dated(PriceList list) {
    String name = list.name();
    return name.endsWith(")")
        ? name.substring(0, name.length() - 1) + ", " + list.lastSeen() + ")"
        : name + " (" + list.lastSeen() + ")";
  }
}
