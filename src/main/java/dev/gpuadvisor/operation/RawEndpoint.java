package dev.gpuadvisor.operation;

import dev.gpuadvisor.http.ApiRequest;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads the request itself, which then is no set of parameters: it speaks somebody else's protocol,
 * or answers faults in its own way, and is no part of the OpenAPI document.
 */
public record RawEndpoint(String id, List<Method> methods, String path, Handler handler)
    implements Endpoint {

  /** Does the work. */
  public interface Handler {
    /**
     * @throws dev.gpuadvisor.problem.ProblemException where the caller got something wrong
     */
    Content answer(ApiRequest request, LocalDate today);
  }

  public static RawEndpoint of(String id, Method method, String path, Handler handler) {
    return new RawEndpoint(id, List.of(method), path, handler);
  }
}
