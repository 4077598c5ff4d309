package dev.gpuadvisor.advice.load;

import dev.gpuadvisor.money.ApiPrice;
import dev.gpuadvisor.sizing.speed.Requests;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The requests that are to be answered.
 *
 * @param requestsPerMonth all of them
 * @param hoursPerMonth in which they come, at random and evenly
 * @param peakFactor how many times the average the busiest time is, from 1
 * @param requests what one is like
 * @param tokensAssumed whether nobody said how long one is
 * @param goal how fast they are to be answered
 * @param measured seconds that one occupies a worker, where the caller has measured them
 * @param maxLoad share of what a worker carries that may be used at the busiest time
 * @param minReplicas workers that there must be
 * @param starting what it takes to start a worker
 * @param api what an API charges for the same tokens
 */
public record Load(
    BigDecimal requestsPerMonth,
    BigDecimal hoursPerMonth,
    BigDecimal peakFactor,
    Requests requests,
    boolean tokensAssumed,
    Goal goal,
    Optional<MeasuredRequest> measured,
    BigDecimal maxLoad,
    int minReplicas,
    Starting starting,
    Optional<ApiPrice> api) {

  /** What is left of it is for peaks within a second, and for workers that are being replaced. */
  public static final BigDecimal USUAL_MAX_LOAD = new BigDecimal("0.8");

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  /** What requests a day come to in a month is no finite decimal. */
  private static final int DECIMALS_OF_A_MONTH = 6;

  /**
   * @param seconds that a request occupies a worker
   * @param atOnce requests that a worker takes at the same time
   */
  public record MeasuredRequest(BigDecimal seconds, int atOnce) {}

  /** On average, while requests come. */
  public double requestsPerSecond() {
    return requestsPerMonth
        .divide(hoursPerMonth.multiply(SECONDS_PER_HOUR), MathContext.DECIMAL64)
        .doubleValue();
  }

  /** At the busiest time. */
  public double peakPerSecond() {
    return requestsPerSecond() * peakFactor.doubleValue();
  }

  /** The same requests at another rate. */
  public Load at(double requestsPerSecond) {
    BigDecimal month =
        BigDecimal.valueOf(requestsPerSecond).multiply(hoursPerMonth).multiply(SECONDS_PER_HOUR);
    return new Load(
        month,
        hoursPerMonth,
        peakFactor,
        requests,
        tokensAssumed,
        goal,
        measured,
        maxLoad,
        minReplicas,
        starting,
        api);
  }

  /** Tokens of all prompts of a month. */
  public BigDecimal inputTokens() {
    return requestsPerMonth.multiply(decimal(requests.inputTokens()));
  }

  /** All tokens that a month's requests have generated for them. */
  public BigDecimal generatedTokens() {
    return requestsPerMonth.multiply(decimal(requests.generatedTokens()));
  }

  /** What the month costs at an API that charges so. */
  public BigDecimal usdPerMonth(ApiPrice price) {
    BigDecimal cached = inputTokens().multiply(decimal(requests.prefixHitRate()));
    return price
        .usd(inputTokens().subtract(cached), cached, generatedTokens())
        .setScale(DECIMALS_OF_A_MONTH, RoundingMode.HALF_UP);
  }

  private static BigDecimal decimal(double number) {
    return new BigDecimal(Double.toString(number));
  }
}
