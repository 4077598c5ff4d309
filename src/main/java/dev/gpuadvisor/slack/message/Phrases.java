package dev.gpuadvisor.slack.message;

import static java.util.stream.Collectors.joining;

import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

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

  /** Where prices come from and how old they are, for each list; then what else is to be known. */
  static Block.Aside smallPrint(
      MessageBuilder page, List<PriceList> lists, boolean old, List<Note> notes, LocalDate today) {
    String sources = Wording.sources(lists, today).stream().map(page::write).collect(joining("\n"));
    Stream<String> warning =
        old ? Stream.of("⚠️ " + page.write(Msg.Answer.oldPrices())) : Stream.of();
    // The line about the source says the age of each list.
    Stream<String> rest =
        notes.stream().filter(note -> !note.isAboutAge()).map(note -> page.write(note.text()));
    return new Block.Aside(
        Stream.of(Stream.of(sources), warning, rest).flatMap(stream -> stream).toList());
  }
}
