package dev.gpuadvisor.server;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * What the framework refuses of a POST before it reaches the door: media types that are none. The
 * API has an answer to these too, and it is a problem document.
 */
public final class RefusedRequests {

  private final ServerDoor door;

  @Inject
  RefusedRequests(ServerDoor door) {
    this.door = door;
  }

  @ServerExceptionMapper
  public Response answer(WebApplicationException refusal, HttpServerRequest request) {
    return door.refused(request);
  }
}
