package dev.gpuadvisor.function.secrets;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The token that gated models of a hub are asked for with: that of the parameter that the
 * environment names, or else the environment's own. It looks at nothing before it is asked.
 */
public final class HubToken implements Supplier<String> {

  /** Name of the parameter that holds the token. */
  public static final String PARAMETER = "HF_TOKEN_PARAMETER";

  private static final Duration FRESH = Duration.ofMinutes(10);

  private final UnaryOperator<String> environment;
  private final Supplier<String> otherwise;
  private final RefreshingValue<String> kept;

  /**
   * @param environment answers null for what is not set, as {@code System::getenv} does
   * @param otherwise the token where no parameter is named
   * @param clock decides when what was read is read again
   */
  public HubToken(UnaryOperator<String> environment, Supplier<String> otherwise, Clock clock) {
    this.environment = environment;
    this.otherwise = otherwise;
    this.kept =
        new RefreshingValue<>(
            () ->
                new ParameterStore(AwsAccess.from(environment), clock)
                    .read(environment.apply(PARAMETER)),
            FRESH,
            clock);
  }

  /** None where it cannot be read: most models need none. */
  @Override
  public String get() {
    String parameter = environment.apply(PARAMETER);
    if (parameter == null || parameter.isBlank()) {
      return otherwise.get();
    }
    try {
      return kept.get();
    } catch (IOException | RuntimeException e) {
      System.err.println("The hub's token cannot be read: " + e.getMessage());
      return "";
    }
  }
}
