package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.RankBy;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.text.Message;
import java.util.ArrayList;
import java.util.List;

/** What speaks for a pick and what against it, all of it from numbers. */
final class ProsAndCons {

  static final int HALF = 50;

  /** Above this there is little room for a longer context. */
  private static final int NEARLY_FULL = 80;

  private final Report report;
  private final Assessment pick;
  private final List<Message> advantages = new ArrayList<>();
  private final List<Message> drawbacks = new ArrayList<>();

  private ProsAndCons(Report report, Assessment pick) {
    this.report = report;
    this.pick = pick;
  }

  static ProsAndCons of(Report report, Assessment pick) {
    ProsAndCons merits = new ProsAndCons(report, pick);
    merits.quality();
    merits.price();
    merits.supply();
    merits.memory();
    merits.length();
    merits.otherFormats();
    return merits;
  }

  List<Message> advantages() {
    return advantages;
  }

  List<Message> drawbacks() {
    return drawbacks;
  }

  private void quality() {
    if (!report.isSeveralFormats()) {
      return;
    }
    int own = pick.quantization().format().quality();
    for (QuantizationChoice asked : report.question().quantizations()) {
      if (asked.format().quality() > own) {
        drawbacks.add(
            named("report.con.quality")
                .word("better", asked.asked())
                .word("quality", report.quality(pick)));
        return;
      }
    }
    advantages.add(named("report.pro.quality"));
  }

  private void price() {
    Assessment recommended = report.recommended().orElseThrow();
    if (report.isRecommended(pick)) {
      if (report.question().constraints().rankBy() != RankBy.PRICE) {
        advantages.add(report.picks().recommended().orElseThrow().reason());
      }
      againstOthers();
    } else if (pick.price().compareTo(recommended.price()) < 0) {
      advantages.add(against("report.pro.cheaper", recommended));
    } else if (pick.price().compareTo(recommended.price()) > 0) {
      drawbacks.add(against("report.con.dearer", recommended));
    }
    report.question().current().ifPresent(this::againstCurrent);
  }

  private void againstOthers() {
    long cheaper =
        fitting().stream().filter(other -> other.price().compareTo(pick.price()) < 0).count();
    if (cheaper == 0 && fitting().size() > 1) {
      advantages.add(
          named("report.pro.cheapest")
              .count("count", fitting().size())
              .message("hour", Wording.perHour(pick.price())));
    }
    report
        .picks()
        .budget()
        .map(Picks.Pick::assessment)
        .filter(budget -> budget.price().compareTo(pick.price()) < 0)
        .ifPresent(budget -> drawbacks.add(against("report.con.dearer_than_budget", budget)));
  }

  /** The offers that run the format of the pick with room to spare. */
  private List<Assessment> fitting() {
    return report.recommendation().assessments(pick.quantization()).stream()
        .filter(other -> other.fitting().fit() == Fit.COMFORTABLE)
        .toList();
  }

  private void againstCurrent(Current current) {
    SavingCase saving = SavingCase.of(current, pick);
    if (saving.percent().signum() > 0) {
      advantages.add(saving.message("report.pro.saves"));
    } else if (saving.percent().signum() < 0) {
      drawbacks.add(saving.message("report.con.costs"));
    }
  }

  private void supply() {
    if (pick.offer().supply() == Supply.HIGH) {
      advantages.add(Message.of("report.pro.supply"));
    } else {
      Message supply = Reasons.supply(pick.offer().supply());
      drawbacks.add(Message.of("report.con.supply").message("supply", supply));
    }
  }

  private void memory() {
    boolean nearlyFull = !pick.fitting().usesAtMost(NEARLY_FULL);
    Message free =
        Message.of(nearlyFull ? "report.con.free" : "report.pro.free")
            .gib("free", pick.fitting().usableBytes() - pick.fitting().requiredBytes())
            .gib("usable", pick.fitting().usableBytes());
    (nearlyFull ? drawbacks : advantages).add(free);
    boolean dearer = pick.price().compareTo(report.recommended().orElseThrow().price()) > 0;
    if (dearer && pick.fitting().usesAtMost(HALF)) {
      drawbacks.add(Message.of("report.con.oversized").percent("used", pick.memoryPercent()));
    }
  }

  /** How much longer sequences may grow. */
  private void length() {
    int longest = pick.fitting().largestContext();
    int asked = report.question().task().length();
    if (longest > asked) {
      boolean all = longest == report.question().task().model().maxContext();
      String key = all ? "report.pro.whole_context" : "report.pro.length";
      advantages.add(Message.of(key).count("longest", longest).count("asked", asked));
    }
  }

  private void otherFormats() {
    List<String> runs = new ArrayList<>();
    for (QuantizationChoice other : report.question().quantizations()) {
      Assessment assessment = report.assessment(pick.offer(), other);
      if (assessment.fitting().fit() != Fit.COMFORTABLE) {
        boolean tight = assessment.fitting().fit() == Fit.TIGHT;
        drawbacks.add(
            Message.of(tight ? "report.con.tight" : "report.con.does_not_run")
                .word("quantization", other.asked())
                .message("reason", assessment.reason()));
      } else if (assessment.worker().units() > pick.worker().units()) {
        drawbacks.add(
            Message.of("report.con.more_units")
                .word("quantization", other.asked())
                .word("offer", assessment.worker().label()));
      } else if (!other.equals(pick.quantization())) {
        runs.add(other.asked());
      }
    }
    if (!runs.isEmpty()) {
      advantages.add(Message.of("report.pro.runs").words("formats", runs));
    }
  }

  private Message named(String key) {
    return Message.of(key).word("quantization", pick.quantization().asked());
  }

  private Message against(String key, Assessment other) {
    return Message.of(key)
        .percent("percent", pick.price().percentAbove(other.price()).abs())
        .word("other", other.worker().label())
        .usd("price", pick.price().perHour())
        .usd("otherPrice", other.price().perHour());
  }
}
