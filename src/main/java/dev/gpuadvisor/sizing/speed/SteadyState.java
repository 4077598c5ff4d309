package dev.gpuadvisor.sizing.speed;

/**
 * A server under a load that does not change.
 *
 * @param requestsPerSecond that come and are answered
 * @param sequences in flight, on average: those that wait for their first token too
 * @param firstTokenSeconds from the request to the first token that is generated, a reasoning token
 *     where there are such
 * @param secondsPerToken the time of a whole answer over its tokens, the first one's included, as
 *     GuideLLM states it; of answers of fewer than {@link #FEW_TOKENS} tokens, that between two
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
    Percentiles betweenTokens,
    double outputTokensPerSecond,
    double utilisation,
    Bound binds) {

  /** In answers of fewer the first token would decide alone; it has a target of its own. */
  public static final int FEW_TOKENS = 64;
}
