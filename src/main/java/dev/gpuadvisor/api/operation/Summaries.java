package dev.gpuadvisor.api.operation;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.Misfit;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Price;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.api.json.EstimateJson.OnCard;
import dev.gpuadvisor.api.json.EstimateJson.Sized;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    Task task = recommendation.question().workload();
    if (pick.isEmpty()) {
      sentences.add(Message.of("summary.no_pick").word("model", task.model().huggingFaceId()));
    } else {
      BigDecimal hours = recommendation.question().constraints().hoursPerMonth();
      sentences.add(picked(task, pick.get().assessment(), hours));
      sentences.add(pick.get().reason());
      recommendation.migration().ifPresent(migration -> sentences.add(saved(migration)));
      if (!recommendation.picks().fallbacks().isEmpty()) {
        List<String> names =
            recommendation.picks().fallbacks().stream().map(each -> named(each)).toList();
        sentences.add(Message.of("summary.fallbacks").words("offers", names));
      }
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
                Message.of("summary.assessment")
                    .word("offer", each.worker().label())
                    .word("quantization", each.quantization().asked())
                    .usd("price", each.price().perHour())
                    .message("reason", each.reason()))
        .forEach(sentences::add);
    addNotes(comparison.notes(), sentences);
    return sentences;
  }

  static List<Message> of(Sized sized, Optional<OnCard> onCard) {
    List<Message> sentences = new ArrayList<>();
    sentences.add(
        Message.of("summary.memory")
            .word("model", sized.workload().model().huggingFaceId())
            .word("format", sized.quantization().format().id())
            .gib("required", sized.estimate().requiredBytes())
            .gib("weights", sized.estimate().weightsBytes())
            .gib("cache", sized.estimate().kvCacheBytes()));
    onCard.ifPresent(on -> sentences.add(on(on)));
    return sentences;
  }

  static List<Message> ofOffers(List<Offer> offers) {
    List<String> names =
        offers.stream()
            .map(offer -> offer.id() + " " + perHour(new Price(offer.usdPerSecond())))
            .toList();
    return listed("summary.offers", names);
  }

  static List<Message> ofModels(List<Model> models) {
    return listed("summary.models", models.stream().map(Model::id).toList());
  }

  private static List<Message> listed(String key, List<String> names) {
    if (names.isEmpty()) {
      return List.of(Message.of("summary.nothing"));
    }
    List<String> shown = names.subList(0, Math.min(MOST_NAMES, names.size()));
    return List.of(Message.of(key).count("count", names.size()).words("names", shown));
  }

  private static Message picked(Task task, Assessment pick, BigDecimal hoursPerMonth) {
    return Message.of("summary.pick")
        .word("offer", pick.worker().label())
        .word("provider", pick.offer().provider())
        .word("model", task.model().huggingFaceId())
        .word("format", pick.quantization().format().id())
        .usd("hour", pick.price().perHour())
        .usd("month", cents(pick.price().perMonth(hoursPerMonth)));
  }

  private static Message saved(Migration migration) {
    boolean saves = migration.percent().signum() >= 0;
    return Message.of(saves ? "summary.saves" : "summary.costs_more")
        .word("from", migration.from().name())
        .percent("percent", migration.percent().abs())
        .usd("month", cents(migration.usdPerMonth().abs()));
  }

  private static Message on(OnCard on) {
    Hardware hardware = new Hardware(List.of(on.card()), on.gpus());
    if (on.fitting().fit() == Fit.NO) {
      return Message.of("summary.misfit")
          .word("card", on.gpus() + " x " + on.card().id())
          .message("reason", Misfit.why(on.fitting(), hardware));
    }
    return Message.of("summary.fits")
        .word("card", on.gpus() + " x " + on.card().id())
        .percent("used", on.fitting().memoryPercent());
  }

  private static void addNotes(List<Note> notes, List<Message> to) {
    notes.stream().filter(note -> TOLD.contains(note.code())).map(Note::text).forEach(to::add);
  }

  private static String named(Picks.Fallback fallback) {
    return fallback.assessment().worker().label() + " " + perHour(fallback.assessment().price());
  }

  private static BigDecimal cents(BigDecimal usd) {
    return usd.setScale(2, RoundingMode.HALF_UP);
  }

  /** In all languages alike: it stands beside a name in a list of words. */
  private static String perHour(Price price) {
    return "($" + price.perHour().stripTrailingZeros().toPlainString() + ")";
  }
}
