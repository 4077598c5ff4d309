package dev.gpuadvisor.function.secrets;

import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.slack.Secrets;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The secrets that a request of Slack's may be signed with: those of the parameter that the
 * environment names, or else those that the environment holds. Made when the image is built, it
 * looks at nothing before it is asked.
 */
public final class SlackSecrets implements Secrets {

  /** Name of the parameter that holds the secrets. */
  public static final String PARAMETER = "SLACK_SIGNING_SECRET_PARAMETER";

  /** For how long what was read counts as fresh; two minutes unless set. */
  public static final String FRESH_SECONDS = "SLACK_SECRET_TTL_SECONDS";

  private static final Duration FRESH = Duration.ofMinutes(2);

  private final UnaryOperator<String> environment;
  private final Clock clock;
  private RefreshingValue<List<String>> kept;

  /**
   * @param environment answers null for what is not set, as {@code System::getenv} does
   * @param clock decides when what was read is read again
   */
  public SlackSecrets(UnaryOperator<String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * None if none is configured.
   *
   * @throws ProblemException with 503 if they cannot be read
   */
  @Override
  public List<String> get() {
    return secrets(RefreshingValue::get);
  }

  @Override
  public List<String> newest() {
    return secrets(RefreshingValue::newest);
  }

  /** How what is kept is asked. */
  private interface Way {
    List<String> ask(RefreshingValue<List<String>> kept) throws IOException;
  }

  private synchronized List<String> secrets(Way way) {
    String parameter = environment.apply(PARAMETER);
    if (parameter == null || parameter.isBlank()) {
      return SlackSettings.secrets(environment.apply(SlackSettings.SIGNING_SECRET));
    }
    if (kept == null) {
      kept =
          new RefreshingValue<>(
              () -> read(parameter), fresh(environment.apply(FRESH_SECONDS)), clock);
    }
    try {
      return way.ask(kept);
    } catch (IOException e) {
      throw new ProblemException(unavailable());
    }
  }

  private List<String> read(String parameter) throws IOException {
    try {
      return SlackSettings.secrets(
          new ParameterStore(AwsAccess.from(environment), clock).read(parameter));
    } catch (IOException | RuntimeException e) {
      System.err.println("Slack's signing secret cannot be read: " + e.getMessage());
      throw e instanceof IOException failure ? failure : new IOException(e);
    }
  }

  private static Problem unavailable() {
    Map<String, String> headers =
        Map.of("retry-after", Long.toString(RefreshingValue.PAUSE.toSeconds()));
    Message detail = Msg.Problem.secretUnavailable();
    return new Problem(503, "unavailable", detail, List.of(), headers);
  }

  private static Duration fresh(String seconds) {
    return seconds != null && seconds.matches("[0-9]{1,5}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : FRESH;
  }
}
