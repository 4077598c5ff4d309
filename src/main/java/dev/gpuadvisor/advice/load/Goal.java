package dev.gpuadvisor.advice.load;

import dev.gpuadvisor.sizing.speed.Requests;
import dev.gpuadvisor.sizing.speed.Targets;

/**
 * How fast requests are to be answered.
 *
 * @param firstAssumed whether nobody said how soon the first token has to come: a target that the
 *     caller leaves out is one that people have
 * @param tokenAssumed whether nobody said how soon the next ones have to
 */
public record Goal(Targets targets, boolean firstAssumed, boolean tokenAssumed) {

  /** Who waits for an answer wants to see that it begins. */
  private static final double FIRST_TOKEN_SECONDS = 1;

  /**
   * Longer prompts may take longer: who sends a book knows that it has to be read. MLPerf Inference
   * 5.1 gives its interactive users of Llama 3.1 405B 4.5 s for prompts of 9,400 tokens.
   */
  private static final double PROMPT_TOKENS_PER_SECOND = 2048;

  /** Twenty tokens a second: faster than people read. */
  public static final double SECONDS_PER_TOKEN = 0.05;

  /** How soon people expect the first token, by what has to be read before it. */
  public static double firstTokenSeconds(Requests requests) {
    return Math.max(FIRST_TOKEN_SECONDS, requests.computedTokens() / PROMPT_TOKENS_PER_SECOND);
  }

  /** Whether a target is one that nobody named. */
  public boolean assumed() {
    return firstAssumed || tokenAssumed;
  }

  /** Whether somebody waits for the first token for no longer than so many seconds. */
  public boolean forbidsWaiting(double seconds) {
    return targets.firstTokenSeconds().isPresent()
        && targets.firstTokenSeconds().getAsDouble() < seconds;
  }
}
