package dev.gpuadvisor.sizing.speed;

import java.util.Optional;

/**
 * What one server carries within the targets.
 *
 * @param requestsPerSecond at most; 0 where it misses a target with one user already, or holds no
 *     sequence
 * @param binds what keeps it from more
 * @param state at that load; empty where there is none
 * @param alone with one user, who waits for each answer: what misses a target is seen here; empty
 *     where the cache holds no sequence
 */
public record Capacity(
    double requestsPerSecond,
    Bound binds,
    Optional<SteadyState> state,
    Optional<SteadyState> alone) {

  /** Whether it can be used at all within the targets. */
  public boolean isAny() {
    return requestsPerSecond > 0;
  }
}
