package dev.gpuadvisor.api;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the operation that a request asks for. */
final class Router {

  private final List<Operation> operations;
  private final Map<String, Operation> byRouteKey = new HashMap<>();

  Router(List<Operation> operations) {
    this.operations = operations;
    for (Operation operation : operations) {
      operation.routeKeys().forEach(key -> byRouteKey.put(key, operation));
    }
  }

  /**
   * @param method in upper case; HEAD counts as GET
   */
  record Match(String method, Operation operation, Map<String, String> pathParameters) {}

  /**
   * @throws ProblemException with 404 or 405
   */
  Match match(ApiRequest request) {
    Operation routed = byRouteKey.get(request.routeKey());
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

  private Match byPath(String method, String path) {
    List<Operation> onPath =
        operations.stream()
            .filter(operation -> PathTemplate.match(operation.path(), path).isPresent())
            .toList();
    if (onPath.isEmpty()) {
      throw new ProblemException(noSuchPath(path));
    }
    String asked = method.equals("HEAD") ? "GET" : method;
    Operation operation =
        onPath.stream()
            .filter(each -> each.routeKeys().contains(asked + " " + each.path()))
            .findFirst()
            .orElseThrow(() -> new ProblemException(wrongMethod(onPath)));
    return new Match(method, operation, PathTemplate.match(operation.path(), path).orElseThrow());
  }

  private Problem noSuchPath(String path) {
    List<String> paths = operations.stream().map(Operation::path).toList();
    Fault fault = new Fault("", path, Msg.Fault.noSuchPath(), paths, NameIndex.meant(path, paths));
    return Problem.notFound(fault);
  }

  private static Problem wrongMethod(List<Operation> onPath) {
    List<String> allowed = new ArrayList<>();
    for (Operation operation : onPath) {
      operation.methods().forEach(method -> allowed.add(method.name()));
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
