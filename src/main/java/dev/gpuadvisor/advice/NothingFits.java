package dev.gpuadvisor.advice;

import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Obstacle;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.tuning.Remedies;
import dev.gpuadvisor.sizing.tuning.Remedy;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Why no offer fits, and what would help: only what really would. */
record NothingFits(Question question, List<Assessment> assessments) {

  /** A note for a question that nothing fits. */
  Note note() {
    return Note.of(NoteCode.NOTHING_FITS, text());
  }

  private Message text() {
    List<Assessment> lacking =
        assessments.stream().filter(each -> each.fitting().obstacle().isEmpty()).toList();
    if (lacking.isEmpty()) {
      return obstacle();
    }
    return lacking.stream()
        .filter(each -> each.fitting().failsToStart())
        .flatMap(each -> setUpAnew(each).stream())
        .findFirst()
        .orElseGet(() -> lacksMemory(lacking));
  }

  /** Where there is memory enough, settings that let the server come up. */
  private static Optional<Message> setUpAnew(Assessment assessment) {
    List<String> remedies = Misfit.remedies(assessment.fitting());
    return remedies.isEmpty()
        ? Optional.empty()
        : Optional.of(Msg.Note.nothingStarts(assessment.worker().label(), remedies));
  }

  private Message lacksMemory(List<Assessment> lacking) {
    if (question.task() instanceof Tuning tuning) {
      return lacksMemory(tuning, lacking);
    }
    Assessment least =
        lacking.stream().min(Comparator.comparingLong(this::neededBytes)).orElseThrow();
    String format = least.quantization().asked();
    int gpus = question.constraints().maxGpus();
    Optional<Assessment> larger = withMoreGpus();
    if (larger.isPresent()) {
      Worker worker = larger.get().worker();
      BigDecimal price = larger.get().price().perHour();
      return Msg.Note.nothingFits(
          gpus, worker.gpus(), worker.label(), price, format, neededBytes(least));
    }
    return Msg.Note.nothingFitsAnywhere(gpus, format, neededBytes(least));
  }

  /** By what is missing on each GPU of the offer that comes closest, and what would help there. */
  private Message lacksMemory(Tuning tuning, List<Assessment> lacking) {
    Assessment closest =
        lacking.stream().min(Comparator.comparing(Assessment::memoryPercent)).orElseThrow();
    long each = closest.fitting().requiredBytes() / closest.worker().gpus();
    int gpus = question.constraints().maxGpus();
    String offer = closest.worker().label();
    Optional<Assessment> larger = withMoreGpus();
    if (larger.isPresent()) {
      Worker worker = larger.get().worker();
      BigDecimal price = larger.get().price().perHour();
      return Msg.Note.nothingFitsTuningMore(
          each, gpus, worker.label(), worker.gpus(), offer, price);
    }
    List<String> helps =
        Remedies.of(tuning, closest.quantization().format(), closest.worker().hardware()).stream()
            .filter(Remedy::fits)
            .map(remedy -> remedy.setting().written())
            .toList();
    return helps.isEmpty()
        ? Msg.Note.nothingFitsTuning(each, gpus, offer)
        : Msg.Note.nothingFitsTuningBut(each, gpus, helps, offer);
  }

  /** What the task takes in all, as the estimate says. */
  private long neededBytes(Assessment assessment) {
    return question.task().estimate(assessment.quantization().format()).requiredBytes();
  }

  /**
   * The cheapest that would fit if the caller allowed as many GPUs as there can be; within the
   * other limits, if there is one.
   */
  private Optional<Assessment> withMoreGpus() {
    if (question.constraints().maxGpus() >= Hardware.MAX_GPUS) {
      return Optional.empty();
    }
    return Advisor.cheapest(question.allowing(Hardware.MAX_GPUS)).stream()
        .filter(each -> each.fitting().fit() == Fit.COMFORTABLE)
        .min(Comparator.comparing(NothingFits::isForbidden).thenComparing(Assessment::bill));
  }

  private static boolean isForbidden(Assessment assessment) {
    return assessment.verdict().compareTo(Verdict.TIGHT) < 0;
  }

  /** None of them could run it however much memory it had. */
  private Message obstacle() {
    List<String> formats =
        assessments.stream().map(each -> each.quantization().asked()).distinct().toList();
    boolean lacksUnits =
        assessments.stream()
            .allMatch(each -> each.fitting().obstacle().filter(NothingFits::isFormat).isPresent());
    if (!lacksUnits || !(question.task() instanceof Workload workload)) {
      return Msg.Note.nothingSplits(formats);
    }
    List<String> others =
        workload.runtime().formats().keySet().stream()
            .filter(family -> fits(family, workload))
            .toList();
    return others.isEmpty()
        ? Msg.Note.nothingComputesAny(formats)
        : Msg.Note.nothingComputes(others, formats);
  }

  /** Whether one of the offers has room for it in a format of that family. */
  private boolean fits(String family, Workload workload) {
    return QuantizationChoice.ofFamily(family, workload.model(), workload.runtime()).stream()
        .flatMap(
            choice ->
                assessments.stream()
                    .map(each -> LaidOut.of(workload, choice, each.worker().hardware())))
        .anyMatch(laid -> laid.fitting().fit() != Fit.NO);
  }

  private static boolean isFormat(Obstacle obstacle) {
    return obstacle instanceof Obstacle.LacksFormat;
  }
}
