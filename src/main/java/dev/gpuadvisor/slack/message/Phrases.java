package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What several messages say. */
final class Phrases {

  private Phrases() {}

  /** Those of the lists that these offers stand in. */
  static List<PriceList> listing(List<Offer> shown, List<PriceList> lists) {
    return lists.stream()
        .filter(list -> shown.stream().anyMatch(offer -> offer.provider().equals(list.provider())))
        .toList();
  }

  /** The offers of these rows. */
  static List<Offer> offers(List<OfferRow> rows) {
    return rows.stream().map(row -> row.assessment().offer()).toList();
  }

  /** Of when prices are; first where they are so old that they may have changed. */
  static List<Message> dates(List<PriceList> lists, LocalDate today) {
    return lists.stream()
        .sorted(Comparator.comparing(list -> !list.isStale(today)))
        .map(
            list ->
                list.isStale(today)
                    ? Msg.Slack.spokenOldPrices(list.lastSeen(), list.name())
                    : Msg.Slack.spokenPrices(list.lastSeen(), list.name()))
        .toList();
  }

  /** Those notes without which an answer would mislead, but for the age of prices. */
  static List<Message> toTell(List<Note> notes) {
    return Story.notesToTell(notes.stream().filter(note -> !note.isAboutAge()).toList());
  }

  /** What else is to be known; then where prices come from and how old they are. */
  static void smallPrint(
      MessageBuilder page, List<PriceList> lists, List<Note> notes, LocalDate today) {
    // Those of age stand at the top, and the line about the source says the age of each list.
    notes.stream()
        .filter(note -> !note.isAboutAge() && !note.isAboutRegion())
        .forEach(note -> page.aside(note.text()));
    if (lists.size() == 1) {
      page.aside(Wording.source(lists.get(0), today));
    } else {
      lists.forEach(list -> page.aside(source(list, today)));
    }
  }

  private static Message source(PriceList list, LocalDate today) {
    return list.isSeenAgain()
        ? Msg.Slack.sourceRange(
            list.lastSeen(), list.daysSinceSeen(today), list.asOf(), list.name())
        : Msg.Slack.source(list.asOf(), list.ageInDays(today), list.name());
  }
}
