package dev.gpuadvisor.question;

import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LoadParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.RentingParameters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How fast each of some sequences is to be where nobody says how often requests arrive: in tokens a
 * second, or in seconds for a token. With a load the latter is a target of the load.
 */
record SpeedAsked(Inputs inputs) {

  private static final int DECIMALS = 3;

  /** What says it without a load, though it belongs to one. */
  static final List<Parameter<?>> WITHOUT_LOAD = List.of(LoadParameters.MAX_SECONDS_PER_TOKEN);

  static boolean isGiven(Inputs inputs) {
    return inputs.isGiven(RentingParameters.MIN_TOKENS_PER_SECOND)
        || inputs.isGiven(LoadParameters.MAX_SECONDS_PER_TOKEN);
  }

  /** What is asked for by either, of both the faster. */
  Optional<BigDecimal> leastTokensPerSecond() {
    Optional<BigDecimal> secondsPerToken =
        LoadInput.isGiven(inputs)
            ? Optional.empty()
            : inputs.one(LoadParameters.MAX_SECONDS_PER_TOKEN);
    return Stream.concat(
            inputs.one(RentingParameters.MIN_TOKENS_PER_SECOND).stream(),
            secondsPerToken.stream().map(SpeedAsked::perSecond))
        .max(Comparator.naturalOrder());
  }

  private static BigDecimal perSecond(BigDecimal secondsPerToken) {
    return BigDecimal.ONE.divide(secondsPerToken, DECIMALS, RoundingMode.HALF_UP);
  }
}
