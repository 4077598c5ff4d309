package dev.gpuadvisor.function;

import dev.gpuadvisor.function.secrets.HubToken;
import dev.gpuadvisor.function.secrets.SlackSecrets;
import dev.gpuadvisor.hub.HubSettings;
import dev.gpuadvisor.hub.HuggingFaceHub;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.unlisted.Hub;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * All that the function takes from its environment. Quarkus' configuration does not reach the
 * native function: see docs/decisions/native-entry-point.md.
 *
 * @param runtimeApi host and port of the Lambda Runtime API
 */
record FunctionSettings(String runtimeApi) {

  /** Nothing of it happens before a model is looked up. */
  static final Hub HUB = hub(System::getenv);

  static final McpSettings MCP = McpSettings.from(System::getenv);

  static FunctionSettings of(Map<String, String> environment) {
    String runtimeApi = environment.get("AWS_LAMBDA_RUNTIME_API");
    if (runtimeApi == null) {
      throw new IllegalStateException("AWS_LAMBDA_RUNTIME_API is not set: not run by Lambda?");
    }
    return new FunctionSettings(runtimeApi);
  }

  private static Hub hub(UnaryOperator<String> environment) {
    HubSettings settings = HubSettings.from(environment);
    return new HuggingFaceHub(
        settings.withToken(new HubToken(environment, settings.token(), Clock.systemUTC())),
        Clock.systemUTC());
  }

  /**
   * Asked when a request needs it: the handler is made when the image is built.
   *
   * @param outbox what follows replies
   */
  static SlackSettings slack(Outbox outbox) {
    return SlackSettings.from(System::getenv, outbox)
        .with(new SlackSecrets(System::getenv, Clock.systemUTC()));
  }
}
