package dev.gpuadvisor.server;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
 * answered on the event loop that took it, before any framework looks at it; a POST may wait for
 * others, and has a body to read and a thread of its own. See docs/decisions/server.md.
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

  /** After what Quarkus itself has at a path, before REST. */
  void register(@Observes Router router) {
    router.route().order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT).handler(this::answerAtOnce);
  }

  @POST
  @Blocking
  public Response post(@Context HttpServerRequest request, byte[] body) {
    return response(answer(read(request, body == null ? NO_BODY : body)), request);
  }

  /** What is refused before anybody has read it: the API has words for that, too. */
  Response refused(HttpServerRequest request) {
    return response(answer(read(request, NO_BODY)), request);
  }

  /** On this thread, unless it turns out that somebody has to be waited for. */
  private void answerAtOnce(RoutingContext context) {
    if (context.request().method().equals(HttpMethod.POST)) {
      context.next();
      return;
    }
    ApiRequest request = read(context.request(), NO_BODY);
    try {
      send(answer(request), context.response());
    } catch (PatientHub.MustWait wait) {
      vertx
          .executeBlocking(() -> answer(request), false)
          .onSuccess(answer -> send(answer, context.response()))
          .onFailure(context::fail);
    }
  }

  private static void send(ApiResponse answer, HttpServerResponse response) {
    if (response.closed()) {
      return;
    }
    Compression.allow(answer, response);
    response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    response.end(Buffer.buffer(answer.body()));
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
