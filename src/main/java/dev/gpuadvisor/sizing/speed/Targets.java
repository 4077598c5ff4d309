package dev.gpuadvisor.sizing.speed;

import java.util.OptionalDouble;

/**
 * What users accept. The median has to stay within a target; {@link #TAIL} says how far beyond it
 * the slowest requests may lie.
 *
 * @param firstTokenSeconds from the request to its first token; empty for any
 * @param secondsPerToken between two tokens of a sequence; empty for any
 */
public record Targets(OptionalDouble firstTokenSeconds, OptionalDouble secondsPerToken) {

  /** Nobody waits: only the throughput counts. */
  public static final Targets NONE = new Targets(OptionalDouble.empty(), OptionalDouble.empty());

  /** One request in twenty may take so many times the target. */
  public static final double TAIL = 2;

  public static Targets of(double firstTokenSeconds, double secondsPerToken) {
    return new Targets(OptionalDouble.of(firstTokenSeconds), OptionalDouble.of(secondsPerToken));
  }

  /** Whether somebody waits for an answer. */
  public boolean isAny() {
    return firstTokenSeconds.isPresent() || secondsPerToken.isPresent();
  }

  boolean areMetBy(SteadyState state) {
    return isMet(firstTokenSeconds, state.firstTokenSeconds())
        && isMet(secondsPerToken, state.secondsPerToken());
  }

  private static boolean isMet(OptionalDouble target, Percentiles seconds) {
    return target.isEmpty()
        || seconds.p50() <= target.getAsDouble() && seconds.p95() <= TAIL * target.getAsDouble();
  }
}
