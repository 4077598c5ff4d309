package dev.gpuadvisor.function;

import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.text.Message;

/** The event is not a request that could be answered, but its sender can be told why. */
final class UnreadableEventException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  UnreadableEventException(int status, String kind, String detail) {
    super(detail, null, false, false);
    problem = Problem.of(status, kind, Message.of(detail));
  }

  static UnreadableEventException because(String detail) {
    return new UnreadableEventException(400, "unreadable-event", detail);
  }

  Problem problem() {
    return problem;
  }
}
