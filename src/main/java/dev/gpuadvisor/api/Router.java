package dev.gpuadvisor.api;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the endpoint that a request asks for. */
final class Router {

  private final List<Endpoint> endpoints;
  private final Map<String, Endpoint> byRouteKey = new HashMap<>();

  Router(List<Endpoint> endpoints) {
    this.endpoints = endpoints;
    for (Endpoint endpoint : endpoints) {
      endpoint.routeKeys().forEach(key -> byRouteKey.put(key, endpoint));
    }
  }

  /**
   * @param method in upper case; HEAD counts as GET
   */
  record Match(String method, Endpoint endpoint, Map<String, String> pathParameters) {}

  /**
   * @throws ProblemException with 404 or 405
   */
  Match match(ApiRequest request) {
    Endpoint routed = byRouteKey.get(request.routeKey());
    int space = request.routeKey().indexOf(' ');
    String method = space < 0 ? request.routeKey() : request.routeKey().substring(0, space);
    if (routed != null && routed.path().indexOf('{') < 0) {
      return new Match(method, routed, Map.of());
    }
    if (routed != null && !request.pathParameters().isEmpty()) {
      return new Match(method, routed, request.pathParameters());
    }
    return byPath(method, space < 0 ? "" : request.routeKey().substring(space + 1));
  }

  /** What is asked for at a path, whether it is asked for as it should be or not. */
  Optional<Endpoint> at(String method, String path) {
    Endpoint routed = byRouteKey.get(method + " " + path);
    return routed == null ? onPath(path).stream().findFirst() : Optional.of(routed);
  }

  private List<Endpoint> onPath(String path) {
    return endpoints.stream()
        .filter(endpoint -> PathTemplate.match(endpoint.path(), path).isPresent())
        .toList();
  }

  private Match byPath(String method, String path) {
    List<Endpoint> onPath = onPath(path);
    if (onPath.isEmpty()) {
      throw new ProblemException(noSuchPath(path));
    }
    String asked = method.equals("HEAD") ? "GET" : method;
    Endpoint endpoint =
        onPath.stream()
            .filter(each -> each.routeKeys().contains(asked + " " + each.path()))
            .findFirst()
            .orElseThrow(() -> new ProblemException(wrongMethod(onPath)));
    return new Match(method, endpoint, PathTemplate.match(endpoint.path(), path).orElseThrow());
  }

  private Problem noSuchPath(String path) {
    List<String> paths = endpoints.stream().map(Endpoint::path).toList();
    Fault fault = new Fault("", path, Msg.Fault.noSuchPath(), paths, NameIndex.meant(path, paths));
    return Problem.notFound(fault);
  }

  private static Problem wrongMethod(List<Endpoint> onPath) {
    List<String> allowed = new ArrayList<>();
    for (Endpoint endpoint : onPath) {
      endpoint.methods().forEach(method -> allowed.add(method.name()));
    }
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    allowed.add("OPTIONS");
    String allow = String.join(", ", allowed);
    Message detail = Msg.Problem.method(allow);
    return new Problem(405, "method-not-allowed", detail, List.of(), Map.of("allow", allow));
  }
}
