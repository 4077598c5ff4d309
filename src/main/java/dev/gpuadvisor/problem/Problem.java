package dev.gpuadvisor.problem;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Map;

/**
 * A problem document (RFC 9457).
 *
 * @param kind names the problem type, {@code invalid-parameters}
 * @param headers that belong to the answer, such as {@code allow}
 */
public record Problem(
    int status, String kind, Message detail, List<Fault> faults, Map<String, String> headers) {

  public static Problem of(int status, String kind, Message detail) {
    return new Problem(status, kind, detail, List.of(), Map.of());
  }

  /** Everything that is wrong with the parameters, at once. */
  public static Problem invalid(List<Fault> faults) {
    Message detail = Msg.Problem.invalidParametersDetail(faults.size());
    return new Problem(400, "invalid-parameters", detail, List.copyOf(faults), Map.of());
  }

  /** What kind of problem it is, in words. */
  public Message title() {
    return switch (kind) {
      case "body-too-large" -> Msg.Problem.bodyTooLarge();
      case "broken-json" -> Msg.Problem.brokenJson();
      case "internal-error" -> Msg.Problem.internalError();
      case "invalid-parameters" -> Msg.Problem.invalidParameters();
      case "method-not-allowed" -> Msg.Problem.methodNotAllowed();
      case "not-acceptable" -> Msg.Problem.notAcceptable();
      case "not-found" -> Msg.Problem.notFound();
      case "unauthorized" -> Msg.Problem.unauthorized();
      case "unavailable" -> Msg.Problem.unavailable();
      case "unreadable-event" -> Msg.Problem.unreadableEvent();
      case "unsupported-media-type" -> Msg.Problem.unsupportedMediaType();
      default -> throw new IllegalStateException("no title for " + kind);
    };
  }

  /** What the path names does not exist. */
  public static Problem notFound(Fault fault) {
    return new Problem(404, "not-found", fault.detail(), List.of(fault), Map.of());
  }
}
