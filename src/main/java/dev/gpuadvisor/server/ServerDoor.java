package dev.gpuadvisor.server;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The server's way in: hands every request to the API as it came. Routing, parsing and content
 * types are the API's, so that server and function answer the same bytes. What only reads is
 * answered on the event loop that took it, which saves half of the work of an answer; a POST may
 * wait for others, and has a thread of its own. See docs/decisions/server.md.
 */
@Singleton
@Path("/{path:.*}")
public class ServerDoor {

  private static final byte[] NO_BODY = {};

  private final ServedApi api;
  private final Probes probes;
  private final Vertx vertx;
  private final CrossOrigin crossOrigin = new CrossOrigin(ServerSettings.read().allowedOrigins());

  @Inject
  ServerDoor(ServedApi api, Probes probes, Vertx vertx) {
    this.api = api;
    this.probes = probes;
    this.vertx = vertx;
  }

  @GET
  @NonBlocking
  public Uni<Response> get(@Context HttpServerRequest request) {
    return answerAtOnce(request);
  }

  @HEAD
  @NonBlocking
  public Uni<Response> head(@Context HttpServerRequest request) {
    return answerAtOnce(request);
  }

  @OPTIONS
  @NonBlocking
  public Uni<Response> options(@Context HttpServerRequest request) {
    return answerAtOnce(request);
  }

  @POST
  @Blocking
  public Response post(@Context HttpServerRequest request, byte[] body) {
    ApiRequest read = read(request, body == null ? NO_BODY : body);
    return response(answer(read), request);
  }

  /** On this thread, unless it turns out that somebody has to be waited for. */
  Uni<Response> answerAtOnce(HttpServerRequest sent) {
    ApiRequest request = read(sent, NO_BODY);
    try {
      return Uni.createFrom().item(response(answer(request), sent));
    } catch (PatientHub.MustWait wait) {
      return Uni.createFrom()
          .completionStage(
              () -> vertx.executeBlocking(() -> answer(request), false).toCompletionStage())
          .map(answer -> response(answer, sent));
    }
  }

  private ApiResponse answer(ApiRequest request) {
    ApiResponse answer = probes.answer(request).orElseGet(() -> api.answer(request));
    return Compression.of(request, crossOrigin.of(request, answer));
  }

  private static ApiRequest read(HttpServerRequest request, byte[] body) {
    String query = request.query() == null ? "" : request.query();
    String routeKey = request.method().name() + " " + request.path();
    return new ApiRequest(routeKey, Map.of(), query, headers(request), base(request), body);
  }

  private static Response response(ApiResponse answer, HttpServerRequest request) {
    Compression.allow(answer, request.response());
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.headers().forEach(response::header);
    return answer.body().length == 0 ? response.build() : response.entity(answer.body()).build();
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
