package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.util.Locale;

/** The sentences of the verdicts, as data. */
public final class Reasons {

  private Reasons() {}

  static Message overHourlyBudget(Price price, BigDecimal budget) {
    return Message.of("verdict.over_budget_hour")
        .usd("price", price.perHour())
        .usd("budget", budget);
  }

  static Message overMonthlyBudget(BigDecimal perMonth, BigDecimal budget) {
    return Message.of("verdict.over_budget_month").usd("price", perMonth).usd("budget", budget);
  }

  static Message tooManyGpus(Candidate candidate, Constraints constraints) {
    return Message.of("verdict.too_many_gpus")
        .word("offer", candidate.offer().id())
        .count("gpus", candidate.worker().gpus())
        .count("most", constraints.maxGpus());
  }

  static Message supplyTooLow(Candidate candidate, Constraints constraints) {
    return Message.of("verdict.supply_too_low")
        .message("supply", supply(candidate.offer().supply()))
        .message("wanted", supply(constraints.minSupply()));
  }

  static Message tooSlow(Candidate candidate, Constraints constraints) {
    return Message.of("verdict.too_slow")
        .decimal("speed", speed(candidate))
        .decimal("wanted", constraints.minTokensPerSecond().orElseThrow());
  }

  static Message rankedLower(RankBy rankBy, Candidate candidate, Candidate best) {
    if (rankBy == RankBy.SPEED) {
      return Message.of("verdict.ranked_lower_speed")
          .decimal("speed", speed(candidate))
          .decimal("bestSpeed", speed(best))
          .word("best", best.worker().label());
    }
    return Message.of("verdict.ranked_lower_cost_per_token")
        .usd("cost", usdPerMillionTokens(candidate))
        .usd("bestCost", usdPerMillionTokens(best))
        .word("best", best.worker().label());
  }

  static Message tight(Candidate candidate) {
    return Message.of("verdict.tight").percent("used", candidate.fitting().memoryPercent());
  }

  static Message best(Candidate candidate, RankBy rankBy) {
    return Message.of(forRank("verdict.best_choice", rankBy))
        .percent("used", candidate.fitting().memoryPercent());
  }

  /** The key of a text that says what is best about something. */
  static String forRank(String key, RankBy rankBy) {
    return rankBy == RankBy.PRICE ? key : key + "_" + rankBy.name().toLowerCase(Locale.ROOT);
  }

  static Message dominated(Candidate candidate, Candidate by) {
    BigDecimal less = candidate.price().perHour().subtract(by.price().perHour());
    return Message.of("verdict.dominated")
        .word("other", by.worker().label())
        .count("gb", by.worker().nominalGb())
        .count("own", candidate.worker().nominalGb())
        .usd("less", less);
  }

  /** What a dearer card of equal memory buys is speed: that belongs in the sentence. */
  static Message sameMemory(Candidate candidate, Candidate best) {
    boolean faster = isFaster(candidate, best);
    return Message.of(faster ? "verdict.same_memory_faster" : "verdict.same_memory_dearer")
        .percent("premium", candidate.price().percentAbove(best.price()))
        .word("best", best.worker().label())
        .message("bandwidth", Bandwidths.range(candidate.offer().cards()))
        .message("bestBandwidth", Bandwidths.range(best.offer().cards()));
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
    return Message.of("verdict." + verdict.name().toLowerCase(Locale.ROOT))
        .percent("premium", candidate.price().percentAbove(best.price()))
        .word("best", best.worker().label())
        .count("gb", candidate.worker().nominalGb())
        .count("bestGb", best.worker().nominalGb());
  }

  /** How much stock there is, in a word. */
  public static Message supply(Supply supply) {
    return Message.of("supply." + supply.name().toLowerCase(Locale.ROOT));
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
