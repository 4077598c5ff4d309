package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Constraints;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.load.Goal;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.Whereabouts;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The conditions that the caller set; what is usual goes without saying. */
final class Conditions {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final double MILLIS = 1000;

  private final List<Message> set = new ArrayList<>();

  private Conditions() {}

  static List<Message> of(Question question) {
    Conditions conditions = new Conditions();
    conditions.money(question.constraints());
    conditions.hardware(question.constraints(), question.sought().where());
    question.load().ifPresent(conditions::load);
    return conditions.set;
  }

  private void money(Constraints constraints) {
    constraints.budget().perHour().map(Msg.Report::atMostAnHour).ifPresent(set::add);
    constraints.budget().perMonth().map(Msg.Report::atMostAMonth).ifPresent(set::add);
    constraints.budget().perRun().map(Msg.Report::atMostARun).ifPresent(set::add);
    BigDecimal hours = constraints.hoursPerMonth();
    if (hours.compareTo(Usage.HOURS_OF_A_MONTH) != 0) {
      set.add(Msg.Report.hours(hours.stripTrailingZeros()));
    }
  }

  private void hardware(Constraints constraints, Whereabouts where) {
    if (!where.isAnywhere()) {
      set.add(Msg.Report.inRegion(where.name()));
    }
    if (constraints.minSupply() != Supply.UNKNOWN) {
      set.add(Msg.Report.supplyAtLeast(Reasons.supply(constraints.minSupply())));
    }
    if (constraints.maxGpus() > 1) {
      set.add(Msg.Report.gpusAtMost(constraints.maxGpus()));
    }
    constraints.minTokensPerSecond().map(Msg.Report::speedAtLeast).ifPresent(set::add);
    switch (constraints.rankBy()) {
      case PRICE -> {}
      case COST_PER_TOKEN -> set.add(Msg.Report.rankedByCostPerToken());
      case SPEED -> set.add(Msg.Report.rankedBySpeed());
    }
  }

  private void load(Load load) {
    Goal goal = load.goal();
    if (!goal.firstAssumed()) {
      goal.targets()
          .firstTokenSeconds()
          .ifPresent(seconds -> set.add(Msg.Report.firstTokenWithin(millis(seconds))));
    }
    if (!goal.tokenAssumed()) {
      goal.targets()
          .secondsPerToken()
          .ifPresent(seconds -> set.add(Msg.Report.tokenWithin(millis(seconds))));
    }
    if (load.maxLoad().compareTo(Load.USUAL_MAX_LOAD) != 0) {
      set.add(Msg.Report.loadedAtMost(load.maxLoad().multiply(HUNDRED)));
    }
    if (load.minReplicas() > 1) {
      set.add(Msg.Report.workersAtLeast(load.minReplicas()));
    }
  }

  private static BigDecimal millis(double seconds) {
    return BigDecimal.valueOf(seconds * MILLIS).stripTrailingZeros();
  }
}
