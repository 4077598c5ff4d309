package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a careful person would add to a recommendation. */
final class Notes {

  private static final int OLD_AFTER_DAYS = 90;

  private final Question question;
  private final List<Assessment> assessments;
  private final Picks picks;
  private final List<Note> notes = new ArrayList<>();

  private Notes(Question question, List<Assessment> assessments, Picks picks) {
    this.question = question;
    this.assessments = assessments;
    this.picks = picks;
  }

  static List<Note> of(
      Question question, List<Assessment> assessments, Picks picks, LocalDate today) {
    Notes notes = new Notes(question, assessments, picks);
    notes.aboutOutcome();
    notes.aboutQuality();
    notes.aboutContext();
    notes.pickedWorkers().forEach(notes::aboutWorker);
    question.priceLists().forEach(list -> notes.addAll(ageOf(list, today)));
    return List.copyOf(notes.notes);
  }

  /** A warning where prices are old enough to have changed. */
  static List<Note> ageOf(PriceList list, LocalDate today) {
    long age = list.ageInDays(today);
    if (age <= OLD_AFTER_DAYS) {
      return List.of();
    }
    Message text =
        Message.of("note.price_age")
            .word("list", list.name())
            .word("date", list.asOf().toString())
            .count("days", age);
    return List.of(Note.of("price_age", text));
  }

  private void addAll(List<Note> more) {
    notes.addAll(more);
  }

  private void aboutOutcome() {
    if (picks.recommended().isPresent()) {
      return;
    }
    Optional<Assessment> comfortable =
        assessments.stream()
            .filter(assessment -> assessment.fitting().fit() == Fit.COMFORTABLE)
            .min(Comparator.comparing(Assessment::price));
    comfortable.ifPresentOrElse(this::nothingAllowed, this::nothingFits);
  }

  private void nothingAllowed(Assessment cheapest) {
    Message text =
        Message.of("note.nothing_allowed")
            .word("offer", cheapest.worker().label())
            .word("quantization", cheapest.quantization().asked())
            .usd("price", cheapest.price().perHour())
            .message("supply", Reasons.supply(cheapest.offer().supply()));
    notes.add(Note.of("nothing_allowed", text));
  }

  private void nothingFits() {
    Assessment least =
        assessments.stream()
            .min(Comparator.comparingLong(assessment -> assessment.fitting().requiredBytes()))
            .orElseThrow();
    Message text =
        Message.of("note.nothing_fits")
            .gib("required", least.fitting().requiredBytes())
            .word("quantization", least.quantization().asked())
            .count("gpus", question.constraints().maxGpus());
    notes.add(Note.of("nothing_fits", text));
  }

  /** The best quality asked for fits nowhere, and the recommendation is of a lower one. */
  private void aboutQuality() {
    int recommended =
        picks.recommended().map(pick -> quality(pick.assessment())).orElse(Integer.MAX_VALUE);
    question.quantizations().stream()
        .filter(asked -> asked.format().quality() > recommended)
        .forEach(
            asked ->
                notes.add(
                    Note.of(
                        "quality_lowered",
                        Message.of("note.quality_lowered").word("quantization", asked.asked()))));
  }

  private static int quality(Assessment assessment) {
    return assessment.quantization().format().quality();
  }

  private void aboutContext() {
    Model model = question.workload().model();
    if (question.workload().tokens().context() > model.maxContext()) {
      Message text =
          Message.of("note.context_beyond_model")
              .word("model", model.huggingFaceId())
              .count("tokens", model.maxContext());
      notes.add(Note.of("context_beyond_model", text));
    }
  }

  private List<Worker> pickedWorkers() {
    return Stream.of(picks.recommended(), picks.budget(), picks.headroom())
        .flatMap(Optional::stream)
        .map(pick -> pick.assessment().worker())
        .distinct()
        .toList();
  }

  private void aboutWorker(Worker worker) {
    Offer offer = worker.offer();
    if (offer.isMixedPool()) {
      notes.add(Note.of("mixed_pool", mixedPool(offer)));
    }
    if (offer.supply() != Supply.HIGH) {
      Message text =
          Message.of("note.supply")
              .word("offer", offer.id())
              .message("supply", Reasons.supply(offer.supply()));
      notes.add(Note.of("supply", text));
    }
    for (String field : unverified(worker)) {
      Message text =
          Message.of("note.unverified")
              .word("offer", offer.id())
              .message("field", Message.of("offer_field." + field));
      notes.add(Note.of("unverified", text));
    }
  }

  private static Message mixedPool(Offer offer) {
    return Message.of("note.mixed_pool")
        .word("offer", offer.id())
        .words("cards", offer.cards().stream().map(Card::name).toList())
        .word("worst", offer.worstCard().name());
  }

  /** How many units a worker can have matters only to those who take several. */
  private static List<String> unverified(Worker worker) {
    return worker.offer().provenance().unverified().stream()
        .filter(field -> worker.units() > 1 || !field.equals("max_units"))
        .toList();
  }
}
