package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.tuning.Training;
import dev.gpuadvisor.sizing.tuning.TrainingSpeed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** One run of fine-tuning: how long it takes on an offer. */
public final class TrainingRun {

  /** A spot instance is taken back so often, as a careful guess: nobody publishes a rate. */
  private static final double HOURS_BETWEEN_INTERRUPTIONS = 8;

  /** Half of the half hour between two checkpoints is done again, on average. */
  private static final double HOURS_DONE_AGAIN = 0.25;

  private static final int SECONDS_PER_HOUR = 3600;
  private static final int DECIMALS = 4;

  private TrainingRun() {}

  /** Undisturbed; empty where it is not known what is learned from. */
  public static Optional<BigDecimal> hours(Task task, Optional<Training> training) {
    return hours(task, training, false);
  }

  /** On an offer, which may be taken back. */
  static Optional<BigDecimal> hours(Task task, Optional<Training> training, Offer offer) {
    return hours(task, training, offer.sale().market() == Market.SPOT);
  }

  private static Optional<BigDecimal> hours(
      Task task, Optional<Training> training, boolean disturbed) {
    return task instanceof Tuning tuning && training.isPresent()
        ? tuning.data().map(data -> hours(data.allTokens(), training.get().speed(), disturbed))
        : Optional.empty();
  }

  private static BigDecimal hours(double tokens, TrainingSpeed speed, boolean disturbed) {
    double lost = HOURS_DONE_AGAIN + speed.loadSeconds() / SECONDS_PER_HOUR;
    double factor = disturbed ? 1 + lost / HOURS_BETWEEN_INTERRUPTIONS : 1;
    return BigDecimal.valueOf(speed.hours(tokens) * factor)
        .setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
