package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;

/** The sentences of the verdicts, as data. */
public final class Reasons {

  private Reasons() {}

  static Message overHourlyBudget(Price price, BigDecimal budget) {
    return Msg.Verdict.overBudgetHour(budget, price.perHour());
  }

  static Message overMonthlyBudget(BigDecimal perMonth, BigDecimal budget) {
    return Msg.Verdict.overBudgetMonth(budget, perMonth);
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
    BigDecimal less = candidate.price().perHour().subtract(by.price().perHour());
    return Msg.Verdict.dominated(
        by.worker().nominalGb(), less, by.worker().label(), candidate.worker().nominalGb());
  }

  /** What a dearer card of equal memory buys is speed: that belongs in the sentence. */
  static Message sameMemory(Candidate candidate, Candidate best) {
    boolean faster = isFaster(candidate, best);
    return faster
        ? Msg.Verdict.sameMemoryFaster(
            Bandwidths.range(candidate.offer().cards()),
            best.worker().label(),
            Bandwidths.range(best.offer().cards()),
            candidate.price().percentAbove(best.price()))
        : Msg.Verdict.sameMemoryDearer(
            best.worker().label(), candidate.price().percentAbove(best.price()));
  }

  private static boolean isFaster(Candidate candidate, Candidate best) {
    return candidate.speed().isPresent() && best.speed().isPresent()
        ? isFaster(candidate.speed().get(), best.speed().get())
        : isFaster(candidate.offer(), best.offer());
  }

  /** In generating tokens, or in reading prompts where a runtime generates no faster. */
  private static boolean isFaster(SpeedEstimate speed, SpeedEstimate other) {
    return speed.perSecond().low() > other.perSecond().low()
        || speed.firstTokenSeconds().high() < other.firstTokenSeconds().high();
  }

  /** Of fine-tuning no speed is estimated, but neither is "no faster" claimed lightly. */
  private static boolean isFaster(Offer offer, Offer other) {
    return slowest(offer) > slowest(other) || leastTflops(offer) > leastTflops(other);
  }

  private static double leastTflops(Offer offer) {
    return offer.cards().stream().mapToDouble(Card::fp16Tflops).min().orElseThrow();
  }

  static Message moreMemory(Verdict verdict, Candidate candidate, Candidate best) {
    BigDecimal premium = candidate.price().percentAbove(best.price());
    String label = best.worker().label();
    int gb = candidate.worker().nominalGb();
    int bestGb = best.worker().nominalGb();
    return switch (verdict) {
      case ACCEPTABLE -> Msg.Verdict.acceptable(label, bestGb, gb, premium);
      case OVERSIZED -> Msg.Verdict.oversized(label, bestGb, gb, premium);
      case OVERSIZED_AND_DEAR -> Msg.Verdict.oversizedAndDear(label, bestGb, gb, premium);
      default -> throw new IllegalArgumentException(verdict + " is not about more memory");
    };
  }

  /** How much stock there is, in a word. */
  public static Message supply(Supply supply) {
    return switch (supply) {
      case HIGH -> Msg.Supply.high();
      case MEDIUM -> Msg.Supply.medium();
      case LOW -> Msg.Supply.low();
      case UNKNOWN -> Msg.Supply.unknown();
    };
  }

  private static BigDecimal speed(Candidate candidate) {
    return BigDecimal.valueOf(RankBy.tokensPerSecond(candidate));
  }

  private static BigDecimal usdPerMillionTokens(Candidate candidate) {
    double slowest = candidate.speed().orElseThrow().totalPerSecond().low();
    return candidate.price().perMillionTokens(slowest);
  }

  private static int slowest(Offer offer) {
    return Bandwidths.slowest(offer.cards()).bandwidthGbPerSecond();
  }
}
