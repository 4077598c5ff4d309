package dev.gpuadvisor.money;

import java.math.BigDecimal;

/**
 * What an API charges for tokens, in dollars per million.
 *
 * @param input for tokens of prompts
 * @param cached for those of them that it has seen before
 * @param output for generated tokens
 */
public record ApiPrice(BigDecimal input, BigDecimal cached, BigDecimal output) {

  private static final int MILLION_DIGITS = 6;

  /** What so many tokens cost, exactly. */
  public BigDecimal usd(BigDecimal inputTokens, BigDecimal cachedTokens, BigDecimal outputTokens) {
    return input
        .multiply(inputTokens)
        .add(cached.multiply(cachedTokens))
        .add(output.multiply(outputTokens))
        .movePointLeft(MILLION_DIGITS);
  }
}
