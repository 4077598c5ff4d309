package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.RankBy;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
            Msg.Report.conQuality(
                asked.asked(), report.quality(pick), pick.quantization().asked()));
        return;
      }
    }
    advantages.add(Msg.Report.proQuality(pick.quantization().asked()));
  }

  private void price() {
    Assessment recommended = report.recommended().orElseThrow();
    if (report.isRecommended(pick)) {
      if (report.question().constraints().rankBy() != RankBy.PRICE) {
        advantages.add(report.picks().recommended().orElseThrow().reason());
      }
      againstOthers();
    } else if (pick.bill().compareTo(recommended.bill()) < 0) {
      advantages.add(against(recommended, Msg.Report::proCheaper));
    } else if (pick.bill().compareTo(recommended.bill()) > 0) {
      drawbacks.add(against(recommended, Msg.Report::conDearer));
    }
    report.question().current().ifPresent(this::againstCurrent);
  }

  private void againstOthers() {
    long cheaper =
        fitting().stream().filter(other -> other.bill().compareTo(pick.bill()) < 0).count();
    if (cheaper == 0 && fitting().size() > 1) {
      boolean hourly = Report.isByTheHour(pick.bill(), fitting().stream().map(Assessment::bill));
      Message price = hourly ? Wording.perHour(pick) : Wording.perMonth(pick);
      advantages.add(Msg.Report.proCheapest(fitting().size(), price, pick.quantization().asked()));
    }
    report
        .picks()
        .budget()
        .map(Picks.Pick::assessment)
        .filter(budget -> budget.bill().compareTo(pick.bill()) < 0)
        .ifPresent(budget -> drawbacks.add(against(budget, Msg.Report::conDearerThanBudget)));
  }

  /** The offers that run the format of the pick with room to spare. */
  private List<Assessment> fitting() {
    return report.recommendation().assessments(pick.quantization()).stream()
        .filter(other -> other.fitting().fit() == Fit.COMFORTABLE)
        .toList();
  }

  private void againstCurrent(Current current) {
    SavingCase saving = SavingCase.of(report.question(), current, pick);
    if (saving.percent().signum() > 0) {
      advantages.add(saving.message(Msg.Report::proSaves));
    } else if (saving.percent().signum() < 0) {
      drawbacks.add(saving.message(Msg.Report::conCosts));
    }
  }

  private void supply() {
    if (pick.offer().supply() == Supply.HIGH) {
      advantages.add(Msg.Report.proSupply());
    } else {
      Message supply = Reasons.supply(pick.offer().supply());
      drawbacks.add(Msg.Report.conSupply(supply));
    }
  }

  private void memory() {
    boolean nearlyFull = !pick.fitting().usesAtMost(NEARLY_FULL);
    long usable = pick.fitting().usableBytes();
    long free = usable - pick.fitting().requiredBytes();
    Message room = nearlyFull ? Msg.Report.conFree(free, usable) : Msg.Report.proFree(free, usable);
    (nearlyFull ? drawbacks : advantages).add(room);
    boolean dearer = pick.bill().compareTo(report.recommended().orElseThrow().bill()) > 0;
    if (dearer && pick.fitting().usesAtMost(HALF)) {
      drawbacks.add(Msg.Report.conOversized(pick.memoryPercent()));
    }
  }

  /** How much longer sequences may grow. */
  private void length() {
    int longest = pick.fitting().largestContext();
    int asked = report.question().task().length();
    if (longest > asked) {
      boolean all = longest == report.question().task().model().maxContext();
      advantages.add(
          all ? Msg.Report.proWholeContext(asked, longest) : Msg.Report.proLength(asked, longest));
    }
  }

  private void otherFormats() {
    List<String> runs = new ArrayList<>();
    for (QuantizationChoice other : report.question().quantizations()) {
      Assessment assessment = report.assessment(pick.offer(), other);
      if (assessment.fitting().fit() != Fit.COMFORTABLE) {
        boolean tight = assessment.fitting().fit() == Fit.TIGHT;
        drawbacks.add(
            tight
                ? Msg.Report.conTight(other.asked(), assessment.reason())
                : Msg.Report.conDoesNotRun(other.asked(), assessment.reason()));
      } else if (assessment.worker().units() > pick.worker().units()) {
        drawbacks.add(Msg.Report.conMoreUnits(assessment.worker().label(), other.asked()));
      } else if (!other.equals(pick.quantization())) {
        runs.add(other.asked());
      }
    }
    if (!runs.isEmpty()) {
      advantages.add(Msg.Report.proRuns(runs));
    }
  }

  /** A sentence about two prices. */
  private interface Compared {
    Message of(String other, Message otherPrice, BigDecimal percent, Message price);
  }

  private Message against(Assessment other, Compared sentence) {
    Bill own = pick.bill();
    boolean hourly = Report.isByTheHour(own, Stream.of(other.bill()));
    return sentence.of(
        Wording.workers(other),
        hourly ? Wording.hour(new Price(other.bill().usdPerHour())) : Wording.cost(other.bill()),
        own.percentAbove(other.bill()).abs(),
        hourly ? Wording.perHour(pick) : Wording.perMonth(pick));
  }
}
