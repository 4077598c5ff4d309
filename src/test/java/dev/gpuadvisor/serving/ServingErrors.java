package dev.gpuadvisor.serving;

import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.sizing.speed.SteadyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Errors of several rows, as shares of what was measured, by what was measured. */
public final class ServingErrors {

  private final List<Double> token = new ArrayList<>();
  private final List<Double> first = new ArrayList<>();
  private final List<Double> total = new ArrayList<>();
  private final List<Double> alone = new ArrayList<>();

  /** Adds a row, as constants foretell it. */
  public void add(ServingRow row, ServingProfile profile) {
    SteadyState state = row.state(profile);
    double error = row.tokenMs(state) / row.tokenMs() - 1;
    token.add(error);
    if (row.isAlone()) {
      alone.add(error);
    }
    row.firstTokenMs().ifPresent(ms -> first.add(row.firstTokenMs(state, profile) / ms - 1));
    row.tokensPerSecond().ifPresent(speed -> total.add(state.outputTokensPerSecond() / speed - 1));
  }

  public int rows() {
    return token.size();
  }

  public double tokenMedian() {
    return median(token);
  }

  public double tokenBias() {
    return token.stream().sorted().toList().get(token.size() / 2);
  }

  public double tokenWithin(double share) {
    return (double) token.stream().filter(error -> Math.abs(error) <= share).count() / rows();
  }

  public double firstMedian() {
    return median(first);
  }

  public double totalMedian() {
    return median(total);
  }

  public double aloneMedian() {
    return median(alone);
  }

  private static double median(List<Double> errors) {
    double[] sorted = errors.stream().mapToDouble(Math::abs).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** For tables: rows, time per token, within 35 %, first token, tokens a second, one user. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d | %.1f | %+.1f | %.0f %% | %.1f | %.1f | %.1f",
        rows(),
        100 * tokenMedian(),
        100 * tokenBias(),
        100 * tokenWithin(0.35),
        100 * firstMedian(),
        100 * totalMedian(),
        100 * aloneMedian());
  }
}
