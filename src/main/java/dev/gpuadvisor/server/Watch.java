package dev.gpuadvisor.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Sees each request begin and end, whoever answers it, and tells the metrics and the log. */
@Singleton
final class Watch {

  /** Before everything else. */
  private static final int FIRST = 1000;

  private static final String NONE = "none";

  private final ServedApi api;
  private final Metrics metrics;
  private final AccessLog log;

  @Inject
  Watch(ServedApi api, Metrics metrics, AccessLog log) {
    this.api = api;
    this.metrics = metrics;
    this.log = log;
  }

  void register(@Observes Filters filters) {
    if (metrics.isOn() || log.isOn()) {
      filters.register(this::watch, FIRST);
    }
  }

  private void watch(RoutingContext context) {
    long start = System.nanoTime();
    metrics.begin();
    context.addEndHandler(done -> end(context, System.nanoTime() - start));
    context.next();
  }

  private void end(RoutingContext context, long nanos) {
    HttpServerRequest request = context.request();
    String method = request.method().name();
    String path = request.path() == null ? "" : request.path();
    String operation = operation(method, path);
    int status = context.response().getStatusCode();
    metrics.end(operation, method, status, nanos);
    if (log.isOn()) {
      log.add(
          new AccessLog.Line(
              Instant.now(),
              request.remoteAddress() == null ? "" : request.remoteAddress().host(),
              method,
              path,
              operation,
              status,
              context.response().bytesWritten(),
              nanos,
              request.getHeader("user-agent")));
    }
  }

  private String operation(String method, String path) {
    return switch (path) {
      case "/health/live", "/health/ready", "/metrics" -> path.substring(1).replace('/', '_');
      default -> api.operation(method, path).orElse(NONE);
    };
  }
}
