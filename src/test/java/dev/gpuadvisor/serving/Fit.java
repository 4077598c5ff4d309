package dev.gpuadvisor.serving;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.ServingProfile.Constant;
import dev.gpuadvisor.catalog.ServingProfile.Efficiency;
import dev.gpuadvisor.sizing.speed.SteadyState;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits the constants of a {@link ServingProfile} to rows; each has a prior and a spread. */
final class Fit {

  private static final double TOKEN = 15;
  private static final double FIRST = 6;
  private static final double BANDWIDTH_SPREAD = 0.06;
  private static final double COMPUTE_SPREAD = 0.2;
  private static final double SUSTAINED_SPREAD = 0.1;

  /** Steps of smaller models are the host's: they say little of a card. */
  private static final long SMALL = 1_000_000_000L;

  private final List<ServingRow> rows;
  private final List<Card> cards;
  private final double[] priors;
  private final double[] spreads;

  Fit(List<ServingRow> rows) {
    this.rows = rows;
    this.cards = rows.stream().map(ServingRow::card).distinct().toList();
    int constants = Constant.values().length;
    this.priors = new double[constants + 3 * cards.size()];
    this.spreads = new double[priors.length];
    for (Constant constant : Constant.values()) {
      priors[constant.ordinal()] = Math.log(Prior.of(constant).value());
      spreads[constant.ordinal()] = Prior.of(constant).spread();
    }
    for (int i = 0; i < cards.size(); i++) {
      Efficiency usual = ServingProfile.usual(cards.get(i));
      int at = constants + 3 * i;
      priors[at] = Math.log(usual.bandwidth());
      priors[at + 1] = Math.log(usual.compute());
      spreads[at] = BANDWIDTH_SPREAD;
      priors[at + 2] = Math.log(usual.sustained());
      spreads[at + 1] = COMPUTE_SPREAD;
      spreads[at + 2] = SUSTAINED_SPREAD;
    }
  }

  ServingProfile best(int iterations) {
    return profile(new LeastSquares(this::residuals).minimum(priors, iterations));
  }

  private double[] residuals(double[] logarithms) {
    ServingProfile profile = profile(logarithms);
    double[] residuals = new double[2 * rows.size() + logarithms.length];
    for (int i = 0; i < rows.size(); i++) {
      ServingRow row = rows.get(i);
      SteadyState state = row.state(profile);
      double weight = weight(row);
      residuals[2 * i] = TOKEN * weight * Math.log(row.tokenMs(state) / row.tokenMs());
      if (row.firstTokenMs().isPresent()) {
        double first = row.firstTokenMs(state, profile);
        residuals[2 * i + 1] = FIRST * weight * Math.log(first / row.firstTokenMs().getAsDouble());
      }
    }
    for (int i = 0; i < logarithms.length; i++) {
      residuals[2 * rows.size() + i] = (logarithms[i] - priors[i]) / spreads[i];
    }
    return residuals;
  }

  private static double weight(ServingRow row) {
    double weight = row.workload().model().parameters() < SMALL ? 0.5 : 1;
    if (!row.perAnswer()) {
      return 0.5 * weight;
    }
    return row.kind().equals("closed") ? 0.3 * weight : weight;
  }

  private ServingProfile profile(double[] logarithms) {
    Map<Constant, Double> constants = new EnumMap<>(Constant.class);
    for (Constant constant : Constant.values()) {
      constants.put(constant, Math.exp(logarithms[constant.ordinal()]));
    }
    Map<Card, Efficiency> reached = new LinkedHashMap<>();
    for (int i = 0; i < cards.size(); i++) {
      int at = constants.size() + 3 * i;
      reached.put(
          cards.get(i),
          new Efficiency(
              share(logarithms[at]), share(logarithms[at + 1]), share(logarithms[at + 2])));
    }
    return new ServingProfile(constants, reached);
  }

  /** No card does more than its figures say. */
  private static double share(double logarithm) {
    return Math.min(1, Math.exp(logarithm));
  }
}
