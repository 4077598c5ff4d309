package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a careful person would add to a recommendation. */
final class Notes {

  /** No number of an answer depends on these. */
  private static final List<String> NOT_COMPUTED_WITH = List.of("license", "max_context");

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
    notes.addAll(TaskNotes.of(question.task()));
    notes.aboutModel();
    notes.pickedWorkers().forEach(worker -> notes.addAll(OfferNotes.of(worker)));
    question.priceLists().forEach(list -> notes.addAll(OfferNotes.ageOf(list, today)));
    return List.copyOf(notes.notes);
  }

  private void addAll(List<Note> more) {
    notes.addAll(more);
  }

  private void aboutOutcome() {
    if (picks.recommended().isPresent()) {
      return;
    }
    Optional<Assessment> comfortable = cheapest(Fit.COMFORTABLE);
    Optional<Assessment> tight = cheapest(Fit.TIGHT);
    if (comfortable.isPresent()) {
      nothingAllowed(comfortable.get());
    } else if (tight.isPresent()) {
      fitsTightly(tight.get());
    } else {
      nothingFits();
    }
  }

  private Optional<Assessment> cheapest(Fit fit) {
    return assessments.stream()
        .filter(assessment -> assessment.fitting().fit() == fit)
        .filter(assessment -> assessment.verdict() != Verdict.TOO_MANY_GPUS)
        .min(Comparator.comparing(Assessment::price));
  }

  private void fitsTightly(Assessment cheapest) {
    Message text =
        Msg.Note.fitsTightly(
            cheapest.offer().id(), cheapest.quantization().asked(), cheapest.memoryPercent());
    notes.add(Note.of("fits_tightly", text));
  }

  private void nothingAllowed(Assessment cheapest) {
    Message text =
        Msg.Note.nothingAllowed(
            cheapest.worker().label(),
            cheapest.price().perHour(),
            cheapest.quantization().asked(),
            Reasons.supply(cheapest.offer().supply()));
    notes.add(Note.of("nothing_allowed", text));
  }

  private void nothingFits() {
    Assessment least =
        assessments.stream()
            .min(Comparator.comparingLong(assessment -> assessment.fitting().requiredBytes()))
            .orElseThrow();
    boolean moreGpus = question.constraints().maxGpus() < Hardware.MAX_GPUS;
    Message text =
        moreGpus
            ? Msg.Note.nothingFits(
                question.constraints().maxGpus(),
                least.quantization().asked(),
                least.fitting().requiredBytes())
            : Msg.Note.nothingFitsAnywhere(
                question.constraints().maxGpus(),
                least.quantization().asked(),
                least.fitting().requiredBytes());
    notes.add(Note.of("nothing_fits", text));
  }

  /** The best quality asked for fits nowhere, and the recommendation is of a lower one. */
  private void aboutQuality() {
    int recommended =
        picks.recommended().map(pick -> quality(pick.assessment())).orElse(Integer.MAX_VALUE);
    question.quantizations().stream()
        .filter(asked -> asked.format().quality() > recommended)
        .forEach(
            asked -> notes.add(Note.of("quality_lowered", Msg.Note.qualityLowered(asked.asked()))));
  }

  private static int quality(Assessment assessment) {
    return assessment.quantization().format().quality();
  }

  private void aboutContext() {
    Model model = question.task().model();
    boolean beyond = question.task().length() > model.maxContext();
    if (beyond && model.origin().knowsContext()) {
      Message text = Msg.Note.contextBeyondModel(model.huggingFaceId(), model.maxContext());
      notes.add(Note.of("context_beyond_model", text));
    }
  }

  private void aboutModel() {
    Model model = question.task().model();
    List<String> unverified =
        model.provenance().unverified().stream()
            .filter(field -> !NOT_COMPUTED_WITH.contains(field))
            .toList();
    if (!unverified.isEmpty()) {
      Message text = Msg.Note.unverifiedModel(unverified, model.huggingFaceId());
      notes.add(Note.of("unverified", text));
    }
  }

  private List<Worker> pickedWorkers() {
    return Stream.of(picks.recommended(), picks.budget(), picks.headroom())
        .flatMap(Optional::stream)
        .map(pick -> pick.assessment().worker())
        .distinct()
        .toList();
  }
}
