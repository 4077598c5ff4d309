package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a careful person would add to a recommendation. */
final class Notes {

  private final Question question;
  private final Supplier<List<Assessment>> cheapest;
  private final Picks picks;
  private final List<Note> notes = new ArrayList<>();

  private Notes(Question question, Supplier<List<Assessment>> cheapest, Picks picks) {
    this.question = question;
    this.cheapest = cheapest;
    this.picks = picks;
  }

  /**
   * @param cheapest in all formats, of offers alike only the cheapest; asked for where none is
   *     recommended
   */
  static List<Note> of(
      Question question, Supplier<List<Assessment>> cheapest, Picks picks, LocalDate today) {
    Notes notes = new Notes(question, cheapest, picks);
    notes.addAll(ReadAs.notes(question.readAs()));
    notes.aboutOutcome();
    notes.aboutQuality();
    notes.aboutTask();
    notes.picked().forEach(pick -> notes.addAllNew(formatNotes(question, pick)));
    notes.recommended().ifPresent(pick -> notes.addAll(servedNotes(question, pick)));
    notes.recommended().ifPresent(pick -> notes.addAll(AtOnceNotes.of(pick.speed())));
    notes.recommended().ifPresent(pick -> notes.addAll(RunNotes.of(question, pick)));
    List<Assessment> picked = notes.pickedOffers();
    List<PriceList> lists = question.sources();
    picked.forEach(each -> notes.addAll(OfferNotes.of(each, lists, today)));
    notes.addAll(SoughtNotes.of(question, picks));
    notes.addAll(AgeNotes.of(lists, picked.stream().map(Assessment::offer).toList(), today));
    return List.copyOf(notes.notes);
  }

  /**
   * Of named offers side by side, of which none is picked: what an answer about any of them assumes
   * and counts with.
   *
   * @param assessments of the offers, in all formats
   */
  static List<Note> of(
      Question question, List<Offer> offers, List<Assessment> assessments, LocalDate today) {
    Notes notes = new Notes(question, List::of, Picks.NONE);
    notes.addAll(ReadAs.notes(question.readAs()));
    notes.aboutTask();
    assessments.stream()
        .filter(each -> each.fitting().fit() != Fit.NO)
        .forEach(each -> notes.addAllNew(formatNotes(question, each)));
    notes.addAll(SoughtNotes.of(question, Picks.NONE));
    notes.addAll(AgeNotes.of(question.sources(), offers, today));
    return List.copyOf(notes.notes);
  }

  private void aboutTask() {
    addAll(TaskNotes.of(question.task()));
    question.load().ifPresent(load -> addAll(LoadNotes.of(load, recommended())));
    addAll(ModelNotes.of(question.quantizations(), question.task().model()));
  }

  private Optional<Assessment> recommended() {
    return picks.recommended().map(Picks.Pick::assessment);
  }

  private void addAll(List<Note> more) {
    notes.addAll(more);
  }

  private void addAllNew(List<Note> more) {
    more.stream().filter(note -> !notes.contains(note)).forEach(notes::add);
  }

  private void aboutOutcome() {
    if (picks.recommended().isPresent()) {
      return;
    }
    List<Assessment> assessments = cheapest.get();
    Optional<Assessment> comfortable = cheapest(assessments, Fit.COMFORTABLE);
    Optional<Assessment> tight = cheapest(assessments, Fit.TIGHT);
    Optional<Note> missed = TargetMissed.of(question, assessments).map(TargetMissed::note);
    if (missed.isPresent()) {
      addAll(List.of(missed.get()));
    } else if (comfortable.isPresent()) {
      notes.add(new NothingAllowed(question, comfortable.get()).note());
    } else if (tight.isPresent()) {
      fitsTightly(tight.get());
    } else {
      notes.add(new NothingFits(question, assessments).note());
    }
  }

  private Optional<Assessment> cheapest(List<Assessment> assessments, Fit fit) {
    return assessments.stream()
        .filter(assessment -> assessment.fitting().fit() == fit)
        .filter(assessment -> assessment.verdict() != Verdict.TOO_MANY_GPUS)
        .min(Comparator.comparing(this::misses).thenComparing(Assessment::bill));
  }

  /** Whether it would do for something else than this load. */
  private boolean misses(Assessment assessment) {
    return question.load().isPresent() && assessment.plan().isEmpty();
  }

  private void fitsTightly(Assessment cheapest) {
    Message text =
        Msg.Note.fitsTightly(
            cheapest.offer().id(), cheapest.quantization().asked(), cheapest.memoryPercent());
    notes.add(Note.of(NoteCode.FITS_TIGHTLY, text));
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
                    Note.of(NoteCode.QUALITY_LOWERED, Msg.Note.qualityLowered(asked.asked()))));
  }

  private static int quality(Assessment assessment) {
    return assessment.quantization().format().quality();
  }

  private static List<Note> formatNotes(Question question, Assessment pick) {
    List<Note> notes =
        new ArrayList<>(FormatNotes.of(question.task(), pick.quantization(), pick.offer().cards()));
    notes.addAll(VllmNotes.layout(question.task(), pick.quantization(), pick.fitting()));
    return notes;
  }

  private static List<Note> servedNotes(Question question, Assessment pick) {
    return ServedNotes.of(
        question.task(), pick.quantization(), pick.worker().hardware(), pick.speed());
  }

  private List<Assessment> picked() {
    return Stream.of(picks.recommended(), picks.budget(), picks.headroom())
        .flatMap(Optional::stream)
        .map(Picks.Pick::assessment)
        .toList();
  }

  /** One of each offer, the largest: what is to know of an offer is said once. */
  private List<Assessment> pickedOffers() {
    Map<Offer, Assessment> largest = new LinkedHashMap<>();
    picked().forEach(each -> largest.merge(each.offer(), each, Notes::larger));
    return List.copyOf(largest.values());
  }

  private static Assessment larger(Assessment one, Assessment other) {
    return one.worker().units() >= other.worker().units() ? one : other;
  }
}
