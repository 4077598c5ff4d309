package dev.gpuadvisor.sizing.speed;

/**
 * A server under a load that does not change.
 *
 * @param requestsPerSecond that come and are answered
 * @param sequences in flight, on average: those that wait for their first token too
 * @param firstTokenSeconds from the request to the first token that is generated, a reasoning token
 *     where there are such
 * @param secondsPerToken of one sequence, the mean over its tokens after the first
 * @param outputTokensPerSecond of all sequences, reasoning included
 * @param utilisation share of the most requests per second that it could answer were nobody to wait
 * @param binds what more load would meet first
 */
public record SteadyState(
    double requestsPerSecond,
    double sequences,
    Percentiles firstTokenSeconds,
    Percentiles secondsPerToken,
    double outputTokensPerSecond,
    double utilisation,
    Bound binds) {}
