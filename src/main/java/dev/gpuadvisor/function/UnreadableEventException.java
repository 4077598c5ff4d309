package dev.gpuadvisor.function;

import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.text.Message;

/** The event is not a request that could be answered, but its sender can be told why. */
final class UnreadableEventException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  UnreadableEventException(int status, String kind, Message detail) {
    super(detail.key(), null, false, false);
    problem = Problem.of(status, kind, detail);
  }

  static UnreadableEventException because(Message detail) {
    return new UnreadableEventException(400, "unreadable-event", detail);
  }

  Problem problem() {
    return problem;
  }
}
