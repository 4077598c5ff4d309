package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Setting;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * No offer answers even one user as fast as asked: more of them do not help. What would: only what
 * really does.
 */
record TargetMissed(Question question, Load load, List<Assessment> missing) {

  /**
   * @param assessments of offers that may be rented
   * @return empty where one of those that fit carries the load, or what is missing is something
   *     else
   */
  static Optional<TargetMissed> of(Question question, List<Assessment> assessments) {
    List<Assessment> fitting =
        assessments.stream()
            .filter(each -> each.fitting().fit() == Fit.COMFORTABLE)
            .filter(each -> each.verdict() != Verdict.TOO_MANY_GPUS)
            .toList();
    List<Assessment> missing = fitting.stream().filter(TargetMissed::isMissed).toList();
    return fitting.stream().anyMatch(each -> each.plan().isPresent()) || missing.isEmpty()
        ? Optional.empty()
        : question.load().map(load -> new TargetMissed(question, load, missing));
  }

  private static boolean isMissed(Assessment assessment) {
    return assessment.load().filter(WorkerLoad::missesAlone).isPresent();
  }

  Note note() {
    Assessment closest =
        missing.stream()
            .min(Comparator.comparingDouble(each -> load(each).shareAlone()))
            .orElseThrow();
    WorkerLoad worker = load(closest);
    String offer = closest.worker().label();
    String format = closest.quantization().asked();
    List<String> helps = helps(closest);
    return Note.of(
        NoteCode.TARGET_MISSED,
        helps.isEmpty()
            ? Msg.Note.targetMissed(offer, format, LoadReasons.took(worker))
            : Msg.Note.targetMissedBut(helps, offer, format, LoadReasons.took(worker)));
  }

  private static WorkerLoad load(Assessment assessment) {
    return assessment.load().orElseThrow();
  }

  private List<String> helps(Assessment closest) {
    List<String> helps = new ArrayList<>();
    withMoreGpus().ifPresent(gpus -> helps.add(new Setting("max_gpus", gpus.toString()).written()));
    withFewerBits(closest)
        .ifPresent(family -> helps.add(new Setting("quantization", family).written()));
    load(closest).looser().ifPresent(looser -> helps.add(String.join(" ", looser.written())));
    return helps;
  }

  /** Of the cheapest that would carry it if the caller allowed as many GPUs as there can be. */
  private Optional<Integer> withMoreGpus() {
    if (question.constraints().maxGpus() >= Hardware.MAX_GPUS) {
      return Optional.empty();
    }
    return Advisor.cheapest(question.allowing(Hardware.MAX_GPUS)).stream()
        .filter(each -> each.fitting().fit() == Fit.COMFORTABLE && each.plan().isPresent())
        .min(Comparator.comparing(Assessment::bill))
        .map(each -> each.worker().gpus());
  }

  /** On the offer that comes closest. */
  private Optional<String> withFewerBits(Assessment closest) {
    Workload workload = (Workload) question.task();
    Quantization asked = closest.quantization().format();
    return workload.runtime().formats().keySet().stream()
        .map(family -> QuantizationChoice.ofFamily(family, workload.model(), workload.runtime()))
        .flatMap(Optional::stream)
        .filter(choice -> choice.format().bitsPerWeight() < asked.bitsPerWeight())
        .filter(choice -> carries(closest.worker().hardware(), choice))
        .max(Comparator.comparing(choice -> choice.format().bitsPerWeight()))
        .map(QuantizationChoice::asked);
  }

  private boolean carries(Hardware hardware, QuantizationChoice choice) {
    LaidOut laid = LaidOut.of(question.task(), choice, hardware);
    return laid.fitting().fit() == Fit.COMFORTABLE
        && laid.carrying(Optional.of(load)).filter(WorkerLoad::isAny).isPresent();
  }
}
