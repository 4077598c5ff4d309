package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.Misfit;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.json.EstimateJson.OnCard;
import dev.gpuadvisor.json.EstimateJson.Sized;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers in a few sentences, for readers who get no table. */
final class Summaries {

  private static final int MOST_ASSESSMENTS = 8;
  private static final int MOST_NAMES = 40;

  /** Notes without which the few sentences would mislead. */
  private static final Set<String> TOLD =
      Set.of("nothing_fits", "nothing_allowed", "fits_tightly", "quality_lowered", "price_age");

  private Summaries() {}

  static List<Message> of(Recommendation recommendation) {
    List<Message> sentences = new ArrayList<>();
    Optional<Picks.Pick> pick = recommendation.picks().recommended();
    Task task = recommendation.question().task();
    if (pick.isEmpty()) {
      sentences.add(Msg.Summary.noPick(task.model().huggingFaceId()));
    } else {
      sentences.add(picked(task, pick.get().assessment()));
      sentences.add(pick.get().reason());
      recommendation.migration().ifPresent(migration -> sentences.add(saved(migration)));
      recommendation.picks().fallbacks().stream()
          .limit(1)
          .map(Picks.Fallback::assessment)
          .map(next -> Msg.Summary.fallback(next.worker().label(), next.price().perHour()))
          .forEach(sentences::add);
    }
    addNotes(recommendation.notes(), sentences);
    return sentences;
  }

  static List<Message> of(Comparison comparison) {
    List<Message> sentences = new ArrayList<>();
    comparison.assessments().stream()
        .limit(MOST_ASSESSMENTS)
        .map(
            each ->
                Msg.Summary.assessment(
                    each.worker().label(),
                    each.price().perHour(),
                    each.quantization().asked(),
                    each.reason()))
        .forEach(sentences::add);
    addNotes(comparison.notes(), sentences);
    return sentences;
  }

  static List<Message> of(Sized sized, Optional<OnCard> onCard) {
    List<Message> sentences = new ArrayList<>();
    sentences.add(
        Msg.Summary.memory(
            sized.estimate().kvCacheBytes(),
            sized.quantization().format().id(),
            sized.task().model().huggingFaceId(),
            sized.estimate().requiredBytes(),
            sized.estimate().weightsBytes()));
    onCard.ifPresent(on -> sentences.add(on(on)));
    return sentences;
  }

  static List<Message> ofOffers(List<Offer> offers) {
    if (offers.isEmpty()) {
      return List.of(Msg.Summary.nothing());
    }
    return offers.stream()
        .limit(MOST_NAMES)
        .map(offer -> Msg.Summary.offer(offer.id(), offer.usdPerHour()))
        .toList();
  }

  static List<Message> ofModels(List<Model> models) {
    if (models.isEmpty()) {
      return List.of(Msg.Summary.nothing());
    }
    List<String> shown = models.stream().limit(MOST_NAMES).map(Model::id).toList();
    return List.of(Msg.Summary.models(models.size(), shown));
  }

  private static Message picked(Task task, Assessment pick) {
    return Msg.Summary.pick(
        pick.quantization().format().id(),
        pick.price().perHour(),
        task.model().huggingFaceId(),
        Wording.cents(pick.bill().usdPerMonth()),
        pick.worker().label(),
        pick.offer().provider());
  }

  private static Message saved(Migration migration) {
    boolean saves = migration.saves();
    return saves
        ? Msg.Summary.saves(
            migration.from().label(),
            Wording.cents(migration.usdPerMonth().abs()),
            migration.percent().abs())
        : Msg.Summary.costsMore(
            migration.from().label(),
            Wording.cents(migration.usdPerMonth().abs()),
            migration.percent().abs());
  }

  private static Message on(OnCard on) {
    String card = on.gpus() == 1 ? on.card().id() : on.gpus() + " x " + on.card().id();
    if (on.fitting().fit() == Fit.NO) {
      Hardware hardware = new Hardware(List.of(on.card()), on.gpus());
      return Msg.Summary.misfit(card, Misfit.why(on.fitting(), hardware));
    }
    return Msg.Summary.fits(card, on.fitting().memoryPercent());
  }

  private static void addNotes(List<Note> notes, List<Message> to) {
    notes.stream().filter(note -> TOLD.contains(note.code())).map(Note::text).forEach(to::add);
  }
}
