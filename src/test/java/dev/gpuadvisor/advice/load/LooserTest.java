package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.speed.Capacity;
import dev.gpuadvisor.sizing.speed.Percentiles;
import dev.gpuadvisor.sizing.speed.SteadyState;
import dev.gpuadvisor.sizing.speed.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An A100's estimates are off by a quarter at most. */
class LooserTest {

  private static final WorkerLoad WORKER =
      Loads.of(
              Loads.recommend(
                  Loads.llama(),
                  Map.of("requests_per_second", "1", "provider", "runpod-pods", "max_load", "1")),
              "pod-a100-80gb-secure")
          .flatMap(each -> each.load())
          .orElseThrow();

  /** The same server, as if one user saw other figures. */
  private static WorkerLoad seen(double first, double token, double target, double perToken) {
    SteadyState alone = WORKER.alone().orElseThrow();
    SteadyState other =
        new SteadyState(
            alone.requestsPerSecond(),
            alone.sequences(),
            new Percentiles(first, first),
            new Percentiles(token, token),
            alone.perAnswer(),
            alone.betweenTokens(),
            alone.outputTokensPerSecond(),
            alone.utilisation(),
            alone.binds());
    Capacity capacity = WORKER.capacity().orElseThrow();
    Load load = WORKER.load();
    return new WorkerLoad(
        new Load(
            load.requestsPerMonth(),
            load.hoursPerMonth(),
            load.peakFactor(),
            load.requests(),
            load.tokensAssumed(),
            new Goal(Targets.of(target, perToken), false, false),
            load.measured(),
            load.maxLoad(),
            load.minReplicas(),
            load.starting(),
            load.api()),
        WORKER.server(),
        Optional.of(new Capacity(0, capacity.binds(), Optional.empty(), Optional.of(other))),
        0);
  }

  /** A quarter more than what is seen, to two digits, rounded up. */
  @ParameterizedTest
  @CsvSource({
    // missed: of the first token, of the next ones, of both; then what is near
    "2.0, 0.02, 1, 0.05, max_first_token_seconds=2.5s",
    "0.5, 0.10, 1, 0.05, max_seconds_per_token=130ms",
    "2.0, 0.10, 1, 0.05, max_seconds_per_token=130ms max_first_token_seconds=2.5s",
    "0.9, 0.10, 1, 0.05, max_seconds_per_token=130ms",
    "0.9, 0.02, 1, 0.05, max_first_token_seconds=1.2s",
    "0.5, 0.045, 1, 0.05, max_seconds_per_token=57ms",
    "0.9, 0.045, 1, 0.05, max_seconds_per_token=57ms max_first_token_seconds=1.2s",
    // how it is written
    "0.8, 0.02, 0.9, 0.05, max_first_token_seconds=1s",
    "0.784, 0.02, 0.9, 0.05, max_first_token_seconds=980ms",
    "9.0, 0.02, 1, 0.05, max_first_token_seconds=12s",
    // far from a limit nothing is to be loosened
    "0.5, 0.02, 1, 0.05, ",
    "0.79, 0.039, 1, 0.05, ",
  })
  void loosensWhatIsMissed(
      double first, double token, double target, double perToken, String settings) {
    Optional<Looser> looser = Looser.of(seen(first, token, target, perToken));

    assertEquals(
        settings == null ? List.of() : List.of(settings.split(" ")),
        looser.map(Looser::written).orElse(List.of()));
    assertTrue(looser.map(Looser::worker).map(WorkerLoad::isAny).orElse(true));
  }

  /** Where no target that is written so helps, none is named. */
  @ParameterizedTest
  @CsvSource({"0.00001, 0.00002, 0.000001, 0.000001"})
  void namesNoneThatDoesNotHelp(double first, double token, double target, double perToken) {
    assertEquals(Optional.empty(), Looser.of(seen(first, token, target, perToken)));
  }
}
