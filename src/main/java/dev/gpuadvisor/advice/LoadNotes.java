package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.MeasuredStart;
import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.advice.load.Scaling;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is assumed of a load where the caller does not say, and what its workers are like. */
final class LoadNotes {

  private LoadNotes() {}

  /**
   * @param plan of what is recommended
   */
  static List<Note> of(Load load, Optional<Plan> plan) {
    List<Note> notes = new ArrayList<>();
    if (load.goal().assumed()) {
      notes.add(Note.of("targets_assumed", targets(load)));
    }
    if (load.tokensAssumed() && load.measured().isEmpty()) {
      notes.add(
          Note.of(
              "tokens_assumed",
              Msg.Note.tokensAssumed(
                  (long) load.requests().inputTokens(), (long) load.requests().outputTokens())));
    }
    plan.flatMap(Plan::scaling).ifPresent(scaling -> notes.addAll(starts(load, scaling)));
    return notes;
  }

  private static Message targets(Load load) {
    BigDecimal first = seconds(load.goal().targets().firstTokenSeconds().orElseThrow());
    double perToken = load.goal().targets().secondsPerToken().orElseThrow();
    return Msg.Note.targetsAssumed(first, LoadReasons.millis(perToken));
  }

  private static List<Note> starts(Load load, Scaling scaling) {
    List<Note> notes = new ArrayList<>();
    if (load.starting().measured().isPresent()) {
      notes.add(Note.of("starts_measured", measured(load.starting().measured().get())));
    }
    if (scaling.chosen().kept() > 0) {
      BigDecimal seconds = load.starting().seconds();
      Message text =
          load.goal().forbidsWaiting(seconds.doubleValue())
              ? Msg.Note.keptForLatency(seconds)
              : Msg.Note.keptIsCheaper();
      notes.add(Note.of("kept_running", text));
    }
    return notes;
  }

  private static Message measured(MeasuredStart start) {
    MeasuredStart.Seconds repeat = start.repeat();
    long first = Math.round(start.first().mean());
    long mean = Math.round(repeat.mean());
    long least = Math.round(repeat.least());
    long most = Math.round(repeat.most());
    return start.isExtrapolated()
        ? Msg.Note.startsExtrapolated(first, mean, MeasuredStart.SOURCE)
        : Msg.Note.startsMeasured(first, least, mean, most, MeasuredStart.SOURCE);
  }

  private static BigDecimal seconds(double seconds) {
    return BigDecimal.valueOf(seconds).stripTrailingZeros();
  }
}
