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
import java.math.BigDecimal;
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
      sentences.add(Message.of("summary.no_pick").word("model", task.model().huggingFaceId()));
    } else {
      BigDecimal hours = recommendation.question().constraints().hoursPerMonth();
      sentences.add(picked(task, pick.get().assessment(), hours));
      sentences.add(pick.get().reason());
      recommendation.migration().ifPresent(migration -> sentences.add(saved(migration)));
      recommendation.picks().fallbacks().stream()
          .limit(1)
          .map(next -> named("summary.fallback", next.assessment()))
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
                named("summary.assessment", each)
                    .word("quantization", each.quantization().asked())
                    .message("reason", each.reason()))
        .forEach(sentences::add);
    addNotes(comparison.notes(), sentences);
    return sentences;
  }

  static List<Message> of(Sized sized, Optional<OnCard> onCard) {
    List<Message> sentences = new ArrayList<>();
    sentences.add(
        Message.of("summary.memory")
            .word("model", sized.task().model().huggingFaceId())
            .word("format", sized.quantization().format().id())
            .gib("required", sized.estimate().requiredBytes())
            .gib("weights", sized.estimate().weightsBytes())
            .gib("cache", sized.estimate().kvCacheBytes()));
    onCard.ifPresent(on -> sentences.add(on(on)));
    return sentences;
  }

  static List<Message> ofOffers(List<Offer> offers) {
    if (offers.isEmpty()) {
      return List.of(Message.of("summary.nothing"));
    }
    return offers.stream()
        .limit(MOST_NAMES)
        .map(
            offer ->
                Message.of("summary.offer")
                    .word("offer", offer.id())
                    .usd("price", offer.usdPerHour()))
        .toList();
  }

  static List<Message> ofModels(List<Model> models) {
    if (models.isEmpty()) {
      return List.of(Message.of("summary.nothing"));
    }
    List<String> shown = models.stream().limit(MOST_NAMES).map(Model::id).toList();
    return List.of(
        Message.of("summary.models").count("count", models.size()).words("names", shown));
  }

  private static Message picked(Task task, Assessment pick, BigDecimal hoursPerMonth) {
    return Message.of("summary.pick")
        .word("offer", pick.worker().label())
        .word("provider", pick.offer().provider())
        .word("model", task.model().huggingFaceId())
        .word("format", pick.quantization().format().id())
        .usd("hour", pick.price().perHour())
        .usd("month", Wording.cents(pick.price().perMonth(hoursPerMonth)));
  }

  private static Message saved(Migration migration) {
    boolean saves = migration.percent().signum() >= 0;
    return Message.of(saves ? "summary.saves" : "summary.costs_more")
        .message("from", migration.from().label())
        .percent("percent", migration.percent().abs())
        .usd("month", Wording.cents(migration.usdPerMonth().abs()));
  }

  private static Message on(OnCard on) {
    String card = on.gpus() == 1 ? on.card().id() : on.gpus() + " x " + on.card().id();
    if (on.fitting().fit() == Fit.NO) {
      Hardware hardware = new Hardware(List.of(on.card()), on.gpus());
      return Message.of("summary.misfit")
          .word("card", card)
          .message("reason", Misfit.why(on.fitting(), hardware));
    }
    return Message.of("summary.fits")
        .word("card", card)
        .percent("used", on.fitting().memoryPercent());
  }

  private static void addNotes(List<Note> notes, List<Message> to) {
    notes.stream().filter(note -> TOLD.contains(note.code())).map(Note::text).forEach(to::add);
  }

  private static Message named(String key, Assessment assessment) {
    return Message.of(key)
        .word("offer", assessment.worker().label())
        .usd("price", assessment.price().perHour());
  }
}
