package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.sizing.tuning.TrainingSpeed;
import java.util.Comparator;
import java.util.Optional;

/** What makes one offer better than another. A mixed pool counts by its slowest card. */
public enum RankBy {
  PRICE,
  COST_PER_TOKEN,
  SPEED;

  /** What can be put in order. */
  interface Ranked {

    Bill bill();

    /** Empty where the task does not fit, or is fine-tuning. */
    Optional<SpeedEstimate> speed();

    /** How a load is carried, where there is one. */
    Optional<Plan> plan();

    /** Empty of inference. */
    Optional<TrainingSpeed> learning();
  }

  /** Best first. */
  Comparator<Ranked> order() {
    return switch (this) {
      case PRICE -> Comparator.comparing(Ranked::bill);
      case COST_PER_TOKEN -> Comparator.comparingDouble(RankBy::usdPerToken);
      case SPEED -> Comparator.comparingDouble(each -> -tokensPerSecond(each));
    };
  }

  static double tokensPerSecond(Ranked each) {
    return each.speed()
        .map(speed -> speed.perSecond().low())
        .orElseGet(() -> each.learning().map(TrainingSpeed::tokensPerSecond).orElse(0.0));
  }

  /**
   * Of all users together, generated or learned from, where a card is at its slowest: what the cost
   * of a token is worked out by. Empty where the speed is not known.
   */
  static Optional<Double> totalTokensPerSecond(Ranked each) {
    return each.speed()
        .map(speed -> speed.totalPerSecond().low())
        .or(() -> each.learning().map(TrainingSpeed::tokensPerSecond));
  }

  /** Of a load the tokens are the same for all. */
  private static double usdPerToken(Ranked each) {
    return each.plan().isPresent()
        ? each.bill().usdPerMonth().doubleValue()
        : totalTokensPerSecond(each).map(each.bill()::usdPerToken).orElse(Double.POSITIVE_INFINITY);
  }
}
