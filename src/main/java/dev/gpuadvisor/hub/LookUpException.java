package dev.gpuadvisor.hub;

import dev.gpuadvisor.unlisted.Hub.Reason;
import java.io.IOException;

/** A look-up that ends without a model, for a reason that callers are told. */
final class LookUpException extends IOException {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  LookUpException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
