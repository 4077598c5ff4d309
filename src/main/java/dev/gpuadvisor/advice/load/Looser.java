package dev.gpuadvisor.advice.load;

import dev.gpuadvisor.sizing.Setting;
import dev.gpuadvisor.sizing.speed.Basis;
import dev.gpuadvisor.sizing.speed.SteadyState;
import dev.gpuadvisor.sizing.speed.Targets;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Targets that a worker meets with one user even where its estimate is off by as much as it may.
 *
 * @param settings that go together
 * @param worker what it carries within them, which is something
 */
public record Looser(List<Setting> settings, WorkerLoad worker) {

  private static final MathContext TWO_DIGITS_UP = new MathContext(2, RoundingMode.CEILING);
  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  /**
   * Those that it misses are loosened; where it misses none, those that an error of the estimate
   * would make it miss.
   *
   * @return empty where that is none, or does not help
   */
  static Optional<Looser> of(WorkerLoad load) {
    return load.server()
        .flatMap(server -> load.alone().flatMap(alone -> of(load, server.basis(), alone)));
  }

  private static Optional<Looser> of(WorkerLoad load, Basis basis, SteadyState alone) {
    Targets targets = load.load().goal().targets();
    double first = share(targets.firstTokenSeconds(), alone.firstTokenSeconds().p50());
    double token = share(targets.secondsPerToken(), alone.secondsPerToken().p50());
    double off = 1 + basis.errorPercent() / 100.0;
    double from = Math.max(first, token) > 1 ? 1 : 1 / off;
    List<Setting> settings = new ArrayList<>();
    OptionalDouble firstToken = targets.firstTokenSeconds();
    OptionalDouble perToken = targets.secondsPerToken();
    if (token > from) {
      BigDecimal seconds = up(alone.secondsPerToken().p50() * off);
      settings.add(new Setting("max_seconds_per_token", written(seconds)));
      perToken = OptionalDouble.of(seconds.doubleValue());
    }
    if (first > from) {
      BigDecimal seconds = up(alone.firstTokenSeconds().p50() * off);
      settings.add(new Setting("max_first_token_seconds", written(seconds)));
      firstToken = OptionalDouble.of(seconds.doubleValue());
    }
    return load.within(new Targets(firstToken, perToken))
        .filter(each -> !settings.isEmpty() && each.isAny())
        .map(each -> new Looser(List.copyOf(settings), each));
  }

  /** As callers write them: {@code max_seconds_per_token=34ms}. */
  public List<String> written() {
    return settings.stream().map(Setting::written).toList();
  }

  /** How much of a target one user takes; nothing of what is none. */
  static double share(OptionalDouble target, double seconds) {
    return target.isPresent() ? seconds / target.getAsDouble() : 0;
  }

  private static BigDecimal up(double seconds) {
    return BigDecimal.valueOf(seconds).round(TWO_DIGITS_UP);
  }

  private static String written(BigDecimal seconds) {
    return seconds.compareTo(BigDecimal.ONE) < 0
        ? plain(seconds.multiply(MILLIS)) + "ms"
        : plain(seconds) + "s";
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
