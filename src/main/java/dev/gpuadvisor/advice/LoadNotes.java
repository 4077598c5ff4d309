package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Goal;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.Looser;
import dev.gpuadvisor.advice.load.MeasuredStart;
import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.advice.load.Scaling;
import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is assumed of a load where the caller does not say, and what its workers are like. */
public final class LoadNotes {

  private LoadNotes() {}

  /**
   * @param pick what is recommended
   */
  static List<Note> of(Load load, Optional<Assessment> pick) {
    Optional<Plan> plan = pick.flatMap(Assessment::plan);
    List<Note> notes = new ArrayList<>();
    if (load.goal().assumed()) {
      notes.add(Note.of(NoteCode.TARGETS_ASSUMED, targets(load.goal())));
    }
    if (load.measured().isPresent() && load.goal().targets().isAny()) {
      notes.add(Note.of(NoteCode.TARGETS_UNCHECKED, Msg.Note.targetsUnchecked()));
    }
    if (load.tokensAssumed() && load.measured().isEmpty()) {
      notes.add(
          Note.of(
              NoteCode.TOKENS_ASSUMED,
              Msg.Note.tokensAssumed(
                  (long) load.requests().inputTokens(), (long) load.requests().outputTokens())));
    }
    pick.flatMap(LoadNotes::nearLimit).ifPresent(notes::add);
    plan.flatMap(Plan::scaling).ifPresent(scaling -> notes.addAll(starts(load, scaling)));
    return notes;
  }

  /** Of hardware that was named: whether even one user is answered too slowly there. */
  public static Optional<Note> missedOn(WorkerLoad worker) {
    return Optional.of(worker)
        .filter(WorkerLoad::missesAlone)
        .map(each -> Note.of(NoteCode.TARGET_MISSED, missed(each)));
  }

  private static Message missed(WorkerLoad worker) {
    return worker
        .looser()
        .map(looser -> Msg.Note.targetMissedHereBut(looser.written(), LoadReasons.took(worker)))
        .orElseGet(() -> Msg.Note.targetMissedHere(LoadReasons.took(worker)));
  }

  private static Message targets(Goal goal) {
    BigDecimal first = seconds(goal.targets().firstTokenSeconds().orElse(0));
    BigDecimal perToken = LoadReasons.millis(goal.targets().secondsPerToken().orElse(0));
    if (!goal.tokenAssumed()) {
      return Msg.Note.firstTokenAssumed(first);
    }
    return goal.firstAssumed()
        ? Msg.Note.targetsAssumed(first, perToken)
        : Msg.Note.perTokenAssumed(perToken);
  }

  /** Many workers that hardly work: one user alone takes nearly all that the targets allow. */
  private static Optional<Note> nearLimit(Assessment pick) {
    return pick.plan()
        .filter(plan -> plan.replicas() > plan.load().minReplicas())
        .filter(plan -> plan.worker().isMostlyIdle())
        .flatMap(plan -> plan.worker().looser().map(looser -> nearLimit(pick, plan, looser)));
  }

  private static Note nearLimit(Assessment pick, Plan plan, Looser looser) {
    Plan fewer = Plan.of(looser.worker(), plan.price(), plan.terms());
    return Note.of(
        NoteCode.NEAR_LIMIT,
        Msg.Note.nearLimit(
            pick.worker().label(fewer.replicas()),
            Price.cents(fewer.bill().usdPerMonth()),
            looser.written(),
            LoadReasons.took(plan.worker())));
  }

  private static List<Note> starts(Load load, Scaling scaling) {
    List<Note> notes = new ArrayList<>();
    if (load.starting().measured().isPresent()) {
      notes.add(Note.of(NoteCode.STARTS_MEASURED, measured(load.starting().measured().get())));
    }
    if (scaling.chosen().kept() > 0) {
      BigDecimal seconds = load.starting().seconds();
      Message text =
          load.goal().forbidsWaiting(seconds.doubleValue())
              ? Msg.Note.keptForLatency(seconds)
              : Msg.Note.keptIsCheaper();
      notes.add(Note.of(NoteCode.KEPT_RUNNING, text));
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
    return BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
