package dev.gpuadvisor.server;

import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.Prices;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.hub.HubSettings;
import dev.gpuadvisor.hub.HuggingFaceHub;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.unlisted.Hub;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The API as the server serves it, put together when the server starts. */
@Startup
@Singleton
final class ServedApi {

  /** What Slack is sent after a click: nobody here waits for it. */
  private static final Executor AFTERWARDS =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "after-replies");
            thread.setDaemon(true);
            return thread;
          });

  private final Api api;

  @Inject
  ServedApi(Hub hub) {
    this.api =
        GpuAdvisor.api(
            Prices.catalog(System::getenv, System.err::println),
            new PatientHub(hub),
            Clock.systemUTC(),
            SlackSettings.from(System::getenv, Outbox.later(AFTERWARDS)),
            McpSettings.from(ServerSettings::property));
  }

  @Produces
  @ApplicationScoped
  static Hub hub() {
    return new HuggingFaceHub(HubSettings.from(System::getenv), Clock.systemUTC());
  }

  /**
   * @throws PatientHub.MustWait on an event loop, where the answer has to be waited for
   */
  ApiResponse answer(ApiRequest request) {
    return api.handle(request);
  }

  /** Which operation is asked for, {@code recommend}; empty where there is no such path. */
  Optional<String> operation(String method, String path) {
    return api.operation(method, path);
  }
}
