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
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The server's way in: hands every request to the API as it came. Routing, parsing and content
 * types are the API's, so that server and function answer the same bytes.
 */
@Path("/{path:.*}")
public class ServerDoor {

  static final byte[] NO_BODY = {};

  /** What Slack is sent after a click: nobody here waits for it. */
  private static final Executor AFTERWARDS =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "after-replies");
            thread.setDaemon(true);
            return thread;
          });

  private final Api api =
      GpuAdvisor.api(
          Prices.catalog(System::getenv, System.err::println),
          new HuggingFaceHub(HubSettings.from(System::getenv), Clock.systemUTC()),
          Clock.systemUTC(),
          SlackSettings.from(System::getenv, Outbox.later(AFTERWARDS)),
          McpSettings.from(ServerDoor::property));

  @GET
  public Response get(@Context HttpServerRequest request) {
    return answer(request, NO_BODY);
  }

  @HEAD
  public Response head(@Context HttpServerRequest request) {
    return answer(request, NO_BODY);
  }

  @OPTIONS
  public Response options(@Context HttpServerRequest request) {
    return answer(request, NO_BODY);
  }

  @POST
  public Response post(@Context HttpServerRequest request, byte[] body) {
    return answer(request, body == null ? NO_BODY : body);
  }

  Response answer(HttpServerRequest request, byte[] body) {
    String query = request.query() == null ? "" : request.query();
    String routeKey = request.method().name() + " " + request.path();
    ApiResponse answer =
        api.handle(
            new ApiRequest(routeKey, Map.of(), query, headers(request), base(request), body));
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.headers().forEach(response::header);
    return answer.body().length == 0 ? response.build() : response.entity(answer.body()).build();
  }

  /**
   * {@code ALLOWED_ORIGINS} of the environment, or {@code allowed-origins} of a properties file.
   */
  private static String property(String variable) {
    String name = variable.toLowerCase(Locale.ROOT).replace('_', '-');
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null);
  }

  private static String base(HttpServerRequest request) {
    return request.authority() == null ? "" : request.scheme() + "://" + request.authority();
  }

  /** What was sent several times is joined by commas, as the gateway does it. */
  private static Map<String, String> headers(HttpServerRequest request) {
    Map<String, String> headers = new HashMap<>();
    request
        .headers()
        .forEach(
            (name, value) ->
                headers.merge(
                    name.toLowerCase(Locale.ROOT), value, (one, other) -> one + "," + other));
    return headers;
  }
}
