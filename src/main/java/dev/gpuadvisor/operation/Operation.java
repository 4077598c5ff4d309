package dev.gpuadvisor.operation;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Texts;
import java.time.LocalDate;
import java.util.List;

/**
 * One thing that the API does.
 *
 * @param id names it in the OpenAPI document and in message files, {@code recommend}
 * @param methods of HTTP that ask for it; with POST the parameters are in the body
 * @param path with the names of its variable parts in braces
 * @param readsBody whether the operation reads the request itself, which then is no set of
 *     parameters: it speaks somebody else's protocol, and is no part of the OpenAPI document
 * @param answer name of the schema of what it answers
 * @param example a query string that shows it
 * @param mediaTypes of what it answers, the usual one first
 */
public record Operation(
    String id,
    List<Method> methods,
    String path,
    List<Parameter<?>> parameters,
    boolean readsBody,
    String answer,
    String example,
    Handler handler,
    List<String> mediaTypes) {

  private static final List<String> JSON = List.of("application/json");

  /** How an operation is asked for. */
  public enum Method {
    GET,
    POST
  }

  /** Does the work. */
  public interface Handler {
    /**
     * @throws dev.gpuadvisor.problem.ProblemException where the caller got something wrong
     */
    Content answer(Call call);
  }

  /** Whether its answer can stand in a document that is JSON itself. */
  boolean answersJson() {
    return mediaTypes.equals(JSON);
  }

  /** An operation that answers JSON, as nearly all do. */
  public static Operation get(
      String id, String path, List<Parameter<?>> parameters, Handler handler) {
    return new Operation(id, List.of(Method.GET), path, parameters, false, "", "", handler, JSON);
  }

  /** An operation that reads the request itself. */
  public static Operation reading(String id, Method method, String path, Handler handler) {
    return new Operation(id, List.of(method), path, List.of(), true, "", "", handler, JSON);
  }

  public Operation orPost() {
    return new Operation(
        id,
        List.of(Method.GET, Method.POST),
        path,
        parameters,
        readsBody,
        answer,
        example,
        handler,
        mediaTypes);
  }

  public Operation answers(String schema) {
    return new Operation(
        id, methods, path, parameters, readsBody, schema, example, handler, mediaTypes);
  }

  public Operation forExample(String query) {
    return new Operation(
        id, methods, path, parameters, readsBody, answer, query, handler, mediaTypes);
  }

  public Operation in(List<String> mediaTypes) {
    return new Operation(
        id, methods, path, parameters, readsBody, answer, example, handler, mediaTypes);
  }

  /**
   * Answers a set of arguments, whatever they came in.
   *
   * @throws dev.gpuadvisor.problem.ProblemException where the caller got something wrong
   */
  public Content answer(Arguments arguments, ApiRequest request, LocalDate today) {
    Inputs inputs =
        Inputs.read(
            arguments,
            parameters,
            new Vocabulary(BundledCatalog.catalog(), Inputs.language(arguments)));
    return handler.answer(new Call(request, inputs, today, Texts.in(Inputs.language(arguments))));
  }

  /** As API Gateway names the routes, {@code GET /v1/offers/{id}}. */
  public List<String> routeKeys() {
    return methods.stream().map(method -> method + " " + path).toList();
  }
}
