package dev.gpuadvisor.api;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.http.Body;
import dev.gpuadvisor.http.FormEncoding;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.operation.RawEndpoint;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The whole API: both doors hand their requests to it. */
public final class Api {

  private static final String PLAIN_TEXT = "text/plain";

  private final Router router;
  private final Clock clock;

  /**
   * @param endpoints the whole table
   * @param clock decides how old prices are
   */
  public Api(List<Endpoint> endpoints, Clock clock) {
    this.router = new Router(endpoints);
    this.clock = clock.withZone(ZoneOffset.UTC);
  }

  /** Never throws: what a caller got wrong is an answer too. */
  public ApiResponse handle(ApiRequest request) {
    ApiResponse response = answer(request);
    return request.routeKey().startsWith("HEAD ") ? response.withoutBody() : response;
  }

  /** Which operation a path asks for, {@code recommend}; empty where nothing is there. */
  public Optional<String> operation(String method, String path) {
    try {
      return router.at(method, path).map(Endpoint::id);
    } catch (ProblemException e) {
      return Optional.empty(); // a path that cannot be decoded
    }
  }

  /** The answer to what never became a request. */
  public static ApiResponse refusal(Problem problem) {
    return Responses.problem(problem, Texts.in(Language.EN));
  }

  private ApiResponse answer(ApiRequest request) {
    try {
      return answer(request, router.match(request));
    } catch (ProblemException e) {
      return Responses.refusedByRouter(request, e.problem());
    } catch (RuntimeException e) {
      // To stderr, which every host keeps; a logger would be most of the function's start.
      System.err.println(request.routeKey());
      e.printStackTrace();
      Problem problem = Problem.of(500, "internal-error", Msg.Problem.internal());
      return refusal(problem);
    }
  }

  private ApiResponse answer(ApiRequest request, Router.Match match) {
    Arguments arguments = new Arguments();
    LocalDate today = LocalDate.now(clock);
    try {
      Content content;
      if (match.endpoint() instanceof Operation<?> operation) {
        readInto(arguments, request, match);
        content = operation.answer(arguments, request, today);
      } else {
        content = ((RawEndpoint) match.endpoint()).handler().answer(request, today);
      }
      return Responses.content(content, request, match.method(), clock);
    } catch (ProblemException e) {
      return Responses.problem(e.problem(), Texts.in(Inputs.language(arguments)));
    }
  }

  private static void readInto(Arguments arguments, ApiRequest request, Router.Match match) {
    match.pathParameters().forEach(arguments::add);
    FormEncoding.read(request.rawQuery(), arguments);
    if (match.method().equals("POST")) {
      String type = request.headers().getOrDefault("content-type", "");
      if (type.startsWith(PLAIN_TEXT) && takesLog(match.endpoint())) {
        arguments.add(LookupParameters.LOG.name(), Body.text(request.body()));
      } else {
        Body.read(request.body(), type, arguments);
      }
    }
  }

  private static boolean takesLog(Endpoint endpoint) {
    return endpoint instanceof Operation<?> operation
        && operation.parameters().contains(LookupParameters.LOG);
  }
}
