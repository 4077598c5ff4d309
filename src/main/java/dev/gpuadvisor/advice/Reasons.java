package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Saving;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The sentences of the verdicts, as data. */
public final class Reasons {

  private static final BigDecimal FEW_HOURS = BigDecimal.valueOf(2);

  private Reasons() {}

  static Message overHourlyBudget(Bill bill, BigDecimal budget) {
    return Msg.Verdict.overBudgetHour(budget, bill.usdPerHour());
  }

  /** Of a run that ends, the run is what the month has to pay. */
  static Message overMonthlyBudget(Bill bill, BigDecimal budget) {
    return bill.usdPerRun().isPresent()
        ? overRunBudget(bill, budget)
        : Msg.Verdict.overBudgetMonth(budget, billed(bill.usdPerMonth(), budget));
  }

  static Message overRunBudget(Bill bill, BigDecimal budget) {
    return Msg.Verdict.overBudgetRun(budget, billed(bill.usdPerRun().orElseThrow(), budget));
  }

  /** To the cent, and never down to the budget that it is over. */
  private static BigDecimal billed(BigDecimal usd, BigDecimal budget) {
    BigDecimal cents = Price.cents(usd);
    return cents.compareTo(budget) > 0 ? cents : usd;
  }

  static Message tooManyGpus(Candidate candidate, Constraints constraints) {
    return Msg.Verdict.tooManyGpus(
        candidate.worker().gpus(), constraints.maxGpus(), candidate.offer().id());
  }

  static Message supplyTooLow(Candidate candidate, Constraints constraints) {
    return Msg.Verdict.supplyTooLow(
        supply(candidate.offer().supply()), supply(constraints.minSupply()));
  }

  static Message tooSlow(Candidate candidate, Constraints constraints) {
    return Msg.Verdict.tooSlow(speed(candidate), constraints.minTokensPerSecond().orElseThrow());
  }

  static Message rankedLower(RankBy rankBy, Candidate candidate, Candidate best) {
    if (rankBy == RankBy.SPEED) {
      return Msg.Verdict.rankedLowerSpeed(best.worker().label(), speed(best), speed(candidate));
    }
    return Msg.Verdict.rankedLowerCostPerToken(
        best.worker().label(), usdPerMillionTokens(best), usdPerMillionTokens(candidate));
  }

  /** A run that ends: what it takes here, and there. */
  static Message dearerRun(Candidate candidate, Candidate best) {
    return Msg.Verdict.dearerRun(best.worker().label(), run(best.bill()), run(candidate.bill()));
  }

  /** Hours and dollars of a run. */
  public static Message run(Bill bill) {
    return run(bill.hoursOfRun().orElseThrow(), bill.usdPerRun().orElseThrow());
  }

  /** The same in figures. */
  public static Message run(BigDecimal hours, BigDecimal usd) {
    BigDecimal cents = Price.cents(usd);
    if (hours.compareTo(FEW_HOURS) < 0) {
      return Msg.Run.costsMinutes(Math.round(hours.doubleValue() * 60), cents);
    }
    return Msg.Run.costs(hours.setScale(1, RoundingMode.HALF_UP), cents);
  }

  static Message tight(Candidate candidate) {
    return Msg.Verdict.tight(candidate.fitting().memoryPercent());
  }

  static Message best(Candidate candidate, RankBy rankBy) {
    BigDecimal used = candidate.fitting().memoryPercent();
    return switch (rankBy) {
      case PRICE -> Msg.Verdict.bestChoice(used);
      case COST_PER_TOKEN -> Msg.Verdict.bestChoiceCostPerToken(used);
      case SPEED -> Msg.Verdict.bestChoiceSpeed(used);
    };
  }

  static Message dominated(Candidate candidate, Candidate by) {
    Saving saving = new Saving(candidate.bill(), by.bill());
    int gb = by.worker().nominalGb();
    int own = candidate.worker().nominalGb();
    String other = by.worker().label();
    return saving.isTheSameEveryHour()
        ? Msg.Verdict.dominated(gb, saving.usdPerHour(), other, own)
        : Msg.Verdict.dominatedByMonth(gb, Price.cents(saving.usdPerMonth()), other, own);
  }

  /** What a more expensive card of equal memory buys is speed: that belongs in the sentence. */
  static Message sameMemory(Candidate candidate, Candidate best) {
    if (best.bill().isFree() && !candidate.bill().isFree()) {
      return bestIsFree(candidate, best);
    }
    Message premium = premium(candidate, best);
    return Faster.of(candidate, best)
        .map(faster -> Msg.Verdict.sameMemoryFaster(faster, premium))
        .orElse(Msg.Verdict.sameMemoryDearer(premium));
  }

  /** Less memory for no less money: what it may have is the stock. */
  static Message lessMemory(Candidate candidate, Candidate best) {
    if (best.bill().isFree() && !candidate.bill().isFree()) {
      return bestIsFree(candidate, best);
    }
    return Msg.Verdict.lessMemoryDearer(
        best.worker().nominalGb(),
        supply(best.offer().supply()),
        candidate.worker().nominalGb(),
        premium(candidate, best),
        supply(candidate.offer().supply()));
  }

  static Message moreMemory(Verdict verdict, Candidate candidate, Candidate best) {
    if (best.bill().isFree() && !candidate.bill().isFree()) {
      return bestIsFree(candidate, best);
    }
    BigDecimal percent = candidate.bill().percentAbove(best.bill());
    String label = best.worker().label();
    int gb = candidate.worker().nominalGb();
    int bestGb = best.worker().nominalGb();
    long required = candidate.fitting().requiredBytes();
    return switch (verdict) {
      case ACCEPTABLE -> Msg.Verdict.acceptable(bestGb, gb, premium(candidate, best));
      case OVERSIZED -> Msg.Verdict.oversized(label, gb, percent, required);
      case OVERSIZED_AND_DEAR -> Msg.Verdict.oversizedAndDear(label, gb, percent, required);
      default -> throw new IllegalArgumentException(verdict + " is not about more memory");
    };
  }

  private static Message bestIsFree(Candidate candidate, Candidate best) {
    return Msg.Verdict.bestIsFree(
        best.worker().label(), Price.cents(candidate.bill().usdPerMonth()));
  }

  private static Message premium(Candidate candidate, Candidate best) {
    BigDecimal percent = candidate.bill().percentAbove(best.bill());
    String label = best.worker().label();
    return percent.signum() == 0 ? Msg.Premium.none(label) : Msg.Premium.more(label, percent);
  }

  /** How much stock there is, in a word. */
  public static Message supply(Supply supply) {
    return switch (supply) {
      case HIGH -> Msg.Supply.high();
      case MEDIUM -> Msg.Supply.medium();
      case LOW -> Msg.Supply.low();
      case NONE -> Msg.Supply.none();
      case UNKNOWN -> Msg.Supply.unknown();
    };
  }

  private static BigDecimal speed(Candidate candidate) {
    return BigDecimal.valueOf(RankBy.tokensPerSecond(candidate));
  }

  private static BigDecimal usdPerMillionTokens(Candidate candidate) {
    double slowest = RankBy.totalTokensPerSecond(candidate).orElseThrow();
    return candidate.bill().perMillionTokens(slowest);
  }
}
