package dev.gpuadvisor.operation;

import java.util.List;

/** Something that the API answers at a path. */
public sealed interface Endpoint permits Operation, RawEndpoint {

  /** How it is asked for. */
  enum Method {
    GET,
    POST
  }

  /** Names it in documents and message files, {@code recommend}. */
  String id();

  List<Method> methods();

  /** With the names of its variable parts in braces. */
  String path();

  /** As API Gateway names the routes, {@code GET /v1/offers/{id}}. */
  default List<String> routeKeys() {
    return methods().stream().map(method -> method + " " + path()).toList();
  }
}
