package dev.gpuadvisor.function;

/** The event is not a request that could be answered; the message is fit for the caller. */
final class UnreadableEventException extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;

  UnreadableEventException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
