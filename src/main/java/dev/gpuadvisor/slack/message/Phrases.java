package dev.gpuadvisor.slack.message;

import static java.util.stream.Collectors.joining;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What several pages say. */
final class Phrases {

  private Phrases() {}

  /** No setting here asks for anything but inference. */
  static Workload served(Question question) {
    return (Workload) question.task();
  }

  static Message fit(Assessment assessment) {
    if (assessment.verdict() == Verdict.TOO_MANY_GPUS) {
      return Msg.Slack.fitTooManyGpus(assessment.worker().gpus());
    }
    Fitting fitting = assessment.fitting();
    return fitting
        .obstacle()
        .map(
            obstacle ->
                switch (obstacle) {
                  case LACKS_FP8 -> Msg.Slack.fitNoFp8();
                  case CANNOT_SPLIT -> Msg.Slack.fitCannotSplit();
                })
        .orElseGet(() -> fit(fitting.fit()));
  }

  private static Message fit(Fit fit) {
    return switch (fit) {
      case COMFORTABLE -> Msg.Slack.fitComfortable();
      case TIGHT -> Msg.Slack.fitTight();
      case NO -> Msg.Slack.fitNo();
    };
  }

  /** How full it is, with a bar; a card that cannot compute the format is not full of it. */
  static Message memory(Assessment assessment, int barLength) {
    BigDecimal percent = assessment.memoryPercent();
    return Msg.Slack.memoryCell(TextBar.of(percent, barLength), percent);
  }

  /** Those of the lists that these offers stand in. */
  static List<PriceList> listing(List<Offer> shown, List<PriceList> lists) {
    return lists.stream()
        .filter(list -> shown.stream().anyMatch(offer -> offer.provider().equals(list.provider())))
        .toList();
  }

  /** Where prices come from and how old they are, for each list; then what else is to be known. */
  static Block.Aside smallPrint(
      MessageBuilder page, List<PriceList> lists, List<Note> notes, LocalDate today) {
    boolean old = notes.stream().anyMatch(Note::isAboutAge);
    String sources =
        lists.stream().map(list -> page.write(Wording.source(list, today))).collect(joining("\n"));
    Stream<String> warning = old ? Stream.of(page.write(Msg.Slack.oldPrices())) : Stream.of();
    // The line about the source says the age of each list.
    Stream<String> rest =
        notes.stream().filter(note -> !note.isAboutAge()).map(note -> page.write(note.text()));
    return new Block.Aside(
        Stream.of(Stream.of(sources), warning, rest).flatMap(stream -> stream).toList());
  }
}
