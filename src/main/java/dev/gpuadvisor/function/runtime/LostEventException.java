package dev.gpuadvisor.function.runtime;

import java.io.IOException;

/** An invocation was announced, but its event could not be read: its sender is owed an error. */
final class LostEventException extends IOException {

  private static final long serialVersionUID = 1;

  private final String requestId;

  LostEventException(String requestId, IOException cause) {
    super("The event could not be read: " + cause.getMessage(), cause);
    this.requestId = requestId;
  }

  String requestId() {
    return requestId;
  }
}
