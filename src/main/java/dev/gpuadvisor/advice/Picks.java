package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The offers to rent.
 *
 * @param recommended at the highest quality that fits, the best that is not known to be scarce;
 *     without any, the best; that is the cheapest unless the caller ranks by something else
 * @param budget the cheapest over all quantizations and supplies
 * @param headroom at the recommended quantization, the cheapest, not known to be scarce, that keeps
 *     at least half of its memory free
 * @param fallbacks what to try next when the recommended offer is out of supply, best first
 */
public record Picks(
    Optional<Pick> recommended,
    Optional<Pick> budget,
    Optional<Pick> headroom,
    List<Fallback> fallbacks) {

  static final Picks NONE =
      new Picks(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  private static final int HEADROOM_PERCENT = 50;
  private static final int MOST_FALLBACKS = 3;

  /**
   * @param reason one sentence that says what makes it the pick
   */
  public record Pick(Assessment assessment, Message reason) {}

  /**
   * @param differencePercent bill against that of the recommended offer; negative where cheaper,
   *     empty where that costs nothing
   */
  public record Fallback(Assessment assessment, Optional<BigDecimal> differencePercent) {

    static Fallback of(Assessment other, Bill recommended) {
      return new Fallback(
          other,
          recommended.isFree()
              ? Optional.empty()
              : Optional.of(other.bill().percentAbove(recommended)));
    }
  }

  private static final Comparator<Assessment> CHEAPEST =
      (one, other) -> one.bill().compareTo(other.bill());

  /**
   * @param rankings of all quantizations
   * @param rankBy what decides between offers of one quality and supply
   */
  static Picks of(List<Ranking> rankings, RankBy rankBy) {
    Comparator<RankBy.Ranked> order = rankBy.order();
    Optional<Assessment> recommended =
        first(rankings, (one, other) -> byQualityAndScarcity(one, other, order));
    return new Picks(
        recommended.map(pick -> recommended(pick, rankBy)),
        first(rankings, Picks::byBillAndQuality).map(Picks::budget),
        recommended.flatMap(pick -> headroom(rankings, pick)),
        recommended.map(pick -> fallbacks(rankings, pick, order)).orElse(List.of()));
  }

  /** Of all that can be picked the one that comes first, in their order where several do. */
  private static Optional<Assessment> first(
      List<Ranking> rankings, Comparator<Assessment> comparator) {
    Assessment first = null;
    for (Ranking ranking : rankings) {
      for (Assessment each : ranking.eligible()) {
        if (first == null || comparator.compare(each, first) < 0) {
          first = each;
        }
      }
    }
    return Optional.ofNullable(first);
  }

  private static int byQualityAndScarcity(
      Assessment one, Assessment other, Comparator<RankBy.Ranked> order) {
    int byQuality = Integer.compare(quality(other), quality(one));
    if (byQuality != 0) {
      return byQuality;
    }
    int byScarcity = Boolean.compare(isScarce(one), isScarce(other));
    return byScarcity == 0 ? order.compare(one, other) : byScarcity;
  }

  private static int byBillAndQuality(Assessment one, Assessment other) {
    int byBill = CHEAPEST.compare(one, other);
    return byBill == 0 ? Integer.compare(quality(other), quality(one)) : byBill;
  }

  private static int quality(Assessment assessment) {
    return assessment.quantization().format().quality();
  }

  /** The offers to rent, and what to try next. */
  List<Assessment> all() {
    List<Assessment> all = new ArrayList<>();
    recommended.ifPresent(pick -> all.add(pick.assessment()));
    budget.ifPresent(pick -> all.add(pick.assessment()));
    headroom.ifPresent(pick -> all.add(pick.assessment()));
    fallbacks.forEach(fallback -> all.add(fallback.assessment()));
    return all;
  }

  /** Whether this is what is recommended. */
  public boolean recommend(Assessment assessment) {
    return recommended.filter(pick -> pick.assessment().equals(assessment)).isPresent();
  }

  private static boolean isScarce(Assessment assessment) {
    return assessment.offer().supply().isScarce();
  }

  private static Pick recommended(Assessment pick, RankBy rankBy) {
    Message reason =
        pick.plan()
            .filter(plan -> rankBy != RankBy.SPEED)
            .map(plan -> LoadReasons.pick(pick, plan))
            .orElseGet(() -> reason(pick, rankBy));
    return new Pick(pick, reason);
  }

  private static Message reason(Assessment pick, RankBy rankBy) {
    String quantization = pick.quantization().asked();
    BigDecimal used = pick.memoryPercent();
    Supply supply = pick.offer().supply();
    boolean unknown = supply == Supply.UNKNOWN;
    return switch (rankBy) {
      case PRICE ->
          supply == Supply.HIGH
              ? Msg.Pick.recommended(quantization, used)
              : unknown
                  ? Msg.Pick.recommendedUnknownSupply(quantization, used)
                  : Msg.Pick.recommendedAnySupply(quantization, used);
      case COST_PER_TOKEN ->
          supply == Supply.HIGH
              ? Msg.Pick.recommendedCostPerToken(quantization, used)
              : unknown
                  ? Msg.Pick.recommendedUnknownSupplyCostPerToken(quantization, used)
                  : Msg.Pick.recommendedAnySupplyCostPerToken(quantization, used);
      case SPEED ->
          supply == Supply.HIGH
              ? Msg.Pick.recommendedSpeed(quantization, used)
              : unknown
                  ? Msg.Pick.recommendedUnknownSupplySpeed(quantization, used)
                  : Msg.Pick.recommendedAnySupplySpeed(quantization, used);
    };
  }

  private static Pick budget(Assessment pick) {
    return new Pick(
        pick, Msg.Pick.budget(pick.quantization().asked(), Reasons.supply(pick.offer().supply())));
  }

  private static Optional<Pick> headroom(List<Ranking> rankings, Assessment recommended) {
    return rankings.stream()
        .filter(ranking -> ranking.isOf(recommended.quantization()))
        .flatMap(ranking -> ranking.eligible().stream())
        .filter(assessment -> !isScarce(assessment))
        .filter(assessment -> assessment.fitting().usesAtMost(HEADROOM_PERCENT))
        .min(CHEAPEST)
        .map(Picks::headroom);
  }

  private static Pick headroom(Assessment pick) {
    boolean known = pick.offer().supply() != Supply.UNKNOWN;
    BigDecimal used = pick.memoryPercent();
    return new Pick(pick, known ? Msg.Pick.headroom(used) : Msg.Pick.headroomUnknownSupply(used));
  }

  private static List<Fallback> fallbacks(
      List<Ranking> rankings, Assessment recommended, Comparator<RankBy.Ranked> order) {
    return rankings.stream()
        .filter(ranking -> ranking.isOf(recommended.quantization()))
        .flatMap(ranking -> ranking.eligible(MOST_FALLBACKS + 1).stream())
        .filter(assessment -> !assessment.equals(recommended))
        .sorted(order)
        .limit(MOST_FALLBACKS)
        .map(other -> Fallback.of(other, recommended.bill()))
        .toList();
  }
}
