package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Misfit;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.json.EstimateJson.OnCard;
import dev.gpuadvisor.json.EstimateJson.Sized;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers in a few sentences, for readers who get no table. */
final class Summaries {

  private static final int MOST_ASSESSMENTS = 8;
  private static final int MOST_NAMES = 40;

  private Summaries() {}

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
    sentences.addAll(Story.notesToTell(comparison.notes()));
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
    onCard.flatMap(Summaries::atOnce).ifPresent(sentences::add);
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

  /**
   * Of requests that fill the context, and of usual ones; other runtimes keep room for full ones.
   */
  private static Optional<Message> atOnce(OnCard on) {
    return on.fitting()
        .vllm()
        .filter(each -> on.fitting().fit() != Fit.NO)
        .map(
            vllm ->
                Msg.Summary.atOnce(
                    on.fitting().largestConcurrency(),
                    vllm.usual().promptTokens(),
                    vllm.usual().outputTokens(),
                    vllm.typicalConcurrency()));
  }

  private static Message on(OnCard on) {
    String card = on.gpus() == 1 ? on.card().id() : on.gpus() + " x " + on.card().id();
    if (on.fitting().fit() == Fit.NO) {
      Hardware hardware = new Hardware(List.of(on.card()), on.gpus());
      return Msg.Summary.misfit(card, Misfit.why(on.fitting(), hardware));
    }
    return Msg.Summary.fits(card, on.fitting().memoryPercent());
  }
}
