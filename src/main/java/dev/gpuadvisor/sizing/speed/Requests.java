package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.sizing.Tokens;

/**
 * The requests that a server gets, on average.
 *
 * @param inputTokens of a prompt
 * @param outputTokens that are answered
 * @param reasoningTokens that are generated before the answer
 * @param prefixHitRate share of the prompts' tokens that are in the cache already, from 0 to below
 *     1
 * @param acceptedTokensPerStep tokens that a sequence gets from a step; 1 without speculation
 */
public record Requests(
    double inputTokens,
    double outputTokens,
    double reasoningTokens,
    double prefixHitRate,
    double acceptedTokensPerStep) {

  public Requests {
    require(isLength(inputTokens) && inputTokens >= 1, "inputTokens", inputTokens);
    require(isLength(outputTokens) && outputTokens >= 1, "outputTokens", outputTokens);
    require(isLength(reasoningTokens), "reasoningTokens", reasoningTokens);
    require(prefixHitRate >= 0 && prefixHitRate < 1, "prefixHitRate", prefixHitRate);
    require(
        isLength(acceptedTokensPerStep) && acceptedTokensPerStep >= 1,
        "acceptedTokensPerStep",
        acceptedTokensPerStep);
  }

  /** Without reasoning, cached prefixes and speculation. */
  public static Requests of(double inputTokens, double outputTokens) {
    return new Requests(inputTokens, outputTokens, 0, 0, 1);
  }

  /** All tokens that a request has generated for it. */
  public double generatedTokens() {
    return outputTokens + reasoningTokens;
  }

  /** Tokens of the prompt that have to be computed: the last one always is. */
  public double computedTokens() {
    return Math.max(1, inputTokens * (1 - prefixHitRate));
  }

  /** Tokens that a sequence has while it is generated, halfway. */
  double meanContext() {
    return inputTokens + generatedTokens() / 2;
  }

  /** Tokens that a sequence has at its end. */
  public double fullContext() {
    return inputTokens + generatedTokens();
  }

  private static boolean isLength(double tokens) {
    return tokens >= 0 && tokens <= Tokens.MAX_CONTEXT;
  }

  private static void require(boolean sound, String name, double value) {
    if (!sound) {
      throw new IllegalArgumentException(name + ": " + value);
    }
  }
}
