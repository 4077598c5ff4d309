package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.QuantizationChoice;
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
        || workload.model().experts().isEmpty()) {
      return List.of();
    }
    double now = speed.get().perSecond().low();
    Stream<LaidOut> asItIs =
        workload.servers().stream()
            .limit(1)
            .flatMap(server -> served(workload, server, choice.format().family(), hardware));
    Stream<LaidOut> smaller =
        workload.servers().stream()
            .flatMap(server -> served(workload, server, SMALLEST_USUAL, hardware));
    return Stream.concat(asItIs, smaller)
        .filter(other -> perSecond(other) > now * WORTH_SAYING)
        .limit(1)
        .map(other -> note(other, now))
        .toList();
  }

  private static Stream<LaidOut> served(
      Workload workload, RuntimeProfile server, String family, Hardware hardware) {
    return QuantizationChoice.ofFamily(family, workload.model(), server)
        .map(format -> LaidOut.of(workload.on(server), format, hardware))
        .filter(on -> on.speed().isPresent())
        .stream();
  }

  private static Note note(LaidOut other, double now) {
    String runtime = ((Workload) other.task()).runtime().runtime();
    return Note.of(
        NoteCode.SERVED_FASTER,
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
