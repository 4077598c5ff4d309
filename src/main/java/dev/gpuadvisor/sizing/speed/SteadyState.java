package dev.gpuadvisor.sizing.speed;

/**
 * A server under a load that does not change.
 *
 * @param requestsPerSecond that come and are answered
 * @param sequences in flight, on average: those that wait for their first token too
 * @param firstTokenSeconds from the request to the first token that is generated, a reasoning token
 *     where there are such
 * @param secondsPerToken the time of a whole answer over its tokens, of the first one's no more
 *     than {@link #MOST_OF_FIRST}; of answers of fewer than {@link #FEW_TOKENS} tokens, that
 *     between two
 * @param perAnswer the same with all that the first one takes, as GuideLLM states it
 * @param betweenTokens seconds between two tokens of a sequence
 * @param outputTokensPerSecond of all sequences, reasoning included
 * @param utilisation share of the most requests per second that it could answer were nobody to wait
 * @param binds what more load would meet first
 */
public record SteadyState(
    double requestsPerSecond,
    double sequences,
    Percentiles firstTokenSeconds,
    Percentiles secondsPerToken,
    Percentiles perAnswer,
    Percentiles betweenTokens,
    double outputTokensPerSecond,
    double utilisation,
    Bound binds) {

  /** In answers of fewer the first token would decide alone; it has a target of its own. */
  public static final int FEW_TOKENS = 64;

  /**
   * Seconds. Who sends a book waits for the first token as long as that takes to be read: that has
   * a target of its own, and makes the tokens that follow no slower.
   */
  public static final double MOST_OF_FIRST = 1;
}
