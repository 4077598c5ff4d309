package dev.gpuadvisor.advice.load;

import dev.gpuadvisor.sizing.speed.Targets;

/**
 * How fast requests are to be answered.
 *
 * @param assumed whether nobody said so: a target that the caller leaves out is one that people
 *     have
 */
public record Goal(Targets targets, boolean assumed) {

  /** Who waits for an answer wants to see that it begins. */
  public static final double FIRST_TOKEN_SECONDS = 1;

  /** Twenty tokens a second: faster than people read. */
  public static final double SECONDS_PER_TOKEN = 0.05;

  /** Whether somebody waits for the first token for no longer than so many seconds. */
  public boolean forbidsWaiting(double seconds) {
    return targets.firstTokenSeconds().isPresent()
        && targets.firstTokenSeconds().getAsDouble() < seconds;
  }
}
