package dev.gpuadvisor.sizing.tuning;

import java.math.BigDecimal;

/**
 * What is learned from.
 *
 * @param tokens of all examples
 * @param averageTokens of one example; 0 where nobody says, and sequences are full then
 * @param packed whether examples are put together to full sequences
 */
public record TrainingData(long tokens, int averageTokens, boolean packed, BigDecimal epochs) {

  /** Tokens that a sequence has on average. */
  int tokensPerSequence(int longest) {
    return packed || averageTokens == 0 ? longest : Math.min(averageTokens, longest);
  }

  /** Tokens of all epochs. */
  public double allTokens() {
    return tokens * epochs.doubleValue();
  }
}
