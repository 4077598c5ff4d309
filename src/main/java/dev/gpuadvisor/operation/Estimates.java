package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.EstimateNotes;
import dev.gpuadvisor.advice.LaidOut;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.json.EstimateJson;
import dev.gpuadvisor.json.EstimateJson.OnCard;
import dev.gpuadvisor.json.EstimateJson.Sized;
import dev.gpuadvisor.question.EstimateQuestion;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.story.HardwareLoad;
import dev.gpuadvisor.story.HardwareRun;
import dev.gpuadvisor.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sizing without offers. */
final class Estimates {

  private Estimates() {}

  static Content estimate(EstimateQuestion asked, Call call) {
    Optional<LaidOut> laid =
        asked
            .card()
            .map(card -> new Hardware(List.of(card), asked.gpus()))
            .map(cards -> LaidOut.of(asked.task(), asked.quantization(), cards));
    Sized sized =
        laid.map(on -> new Sized(on.task(), on.quantization(), on.estimate()))
            .orElseGet(() -> sized(asked));
    Optional<OnCard> onCard = laid.map(on -> onCard(on, asked.load()));
    List<Note> notes =
        laid.map(on -> EstimateNotes.of(on, asked.load(), call.readAs()))
            .orElseGet(() -> EstimateNotes.of(asked.task(), asked.quantization(), call.readAs()));
    return call.json(
            json -> new EstimateJson(json, call.texts()).write(sized, onCard, call.readAs(), notes))
        .summarized(() -> summary(Summaries.of(sized, onCard), laid, asked.load()));
  }

  /** And what a load takes there, or a run. */
  private static List<Message> summary(
      List<Message> memory, Optional<LaidOut> laid, Optional<Load> load) {
    List<Message> sentences = new ArrayList<>(memory);
    laid.flatMap(on -> on.carrying(load).map(worker -> new HardwareLoad(on, worker)))
        .map(HardwareLoad::sentences)
        .ifPresent(sentences::addAll);
    laid.map(HardwareRun::new)
        .ifPresent(
            run -> {
              run.speed().ifPresent(sentences::add);
              run.toFit().ifPresent(sentences::add);
            });
    return sentences;
  }

  private static Sized sized(EstimateQuestion asked) {
    return new Sized(
        asked.task(), asked.quantization(), asked.task().estimate(asked.quantization().format()));
  }

  private static OnCard onCard(LaidOut on, Optional<Load> load) {
    Hardware hardware = on.hardware();
    return new OnCard(
        hardware.worstCard(), hardware.gpus(), on.fitting(), on.speed(), on.carrying(load));
  }
}
