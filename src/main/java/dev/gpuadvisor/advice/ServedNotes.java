package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.RuntimeReason;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server would make of the same card where nobody named a runtime: transformers runs the
 * experts of a layer one after another, which no server does.
 */
public final class ServedNotes {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final RuntimeProfile VLLM = CATALOG.runtimes().find("vllm").orElseThrow();
  private static final RuntimeProfile LLAMA_CPP =
      CATALOG.runtimes().find("llama.cpp").orElseThrow();

  /** Less than that is no reason to choose another runtime. */
  private static final double WORTH_SAYING = 2;

  private static final String SMALLEST_USUAL = "4bit";

  private ServedNotes() {}

  /**
   * @param speed of the task as it was answered
   */
  public static List<Note> of(
      Task task, QuantizationChoice choice, Hardware hardware, Optional<SpeedEstimate> speed) {
    if (speed.isEmpty()
        || !(task instanceof Workload workload)
        || workload.reason() != RuntimeReason.ONE_USER
        || workload.model().experts().isEmpty()) {
      return List.of();
    }
    double now = speed.get().perSecond().low();
    return Stream.of(
            served(workload, VLLM, choice.format().family(), hardware),
            served(workload, VLLM, SMALLEST_USUAL, hardware),
            served(workload, LLAMA_CPP, SMALLEST_USUAL, hardware))
        .flatMap(Optional::stream)
        .filter(other -> perSecond(other) > now * WORTH_SAYING)
        .limit(1)
        .map(other -> note(other, now))
        .toList();
  }

  private static Optional<LaidOut> served(
      Workload workload, RuntimeProfile runtime, String family, Hardware hardware) {
    Workload other =
        new Workload(
            workload.model(),
            runtime,
            workload.tokens(),
            workload.kvCache(),
            workload.adapters(),
            workload.settings(),
            workload.reason());
    return QuantizationChoice.ofFamily(family, workload.model(), runtime)
        .map(format -> LaidOut.of(other, format, hardware))
        .filter(on -> on.speed().isPresent());
  }

  private static Note note(LaidOut other, double now) {
    String runtime = ((Workload) other.task()).runtime().runtime();
    return Note.of(
        "served_faster",
        Msg.Note.servedFaster(
            rounded(perSecond(other)),
            other.quantization().format().name(),
            rounded(now),
            runtime));
  }

  private static double perSecond(LaidOut on) {
    return on.speed().orElseThrow().perSecond().low();
  }

  private static BigDecimal rounded(double speed) {
    return BigDecimal.valueOf(speed).setScale(speed < 10 ? 1 : 0, RoundingMode.HALF_UP);
  }
}
