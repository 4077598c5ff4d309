package dev.gpuadvisor.server;

import dev.gpuadvisor.unlisted.Hub;
import dev.gpuadvisor.unlisted.RepositoryName;
import io.vertx.core.Context;

/**
 * A hub that is never waited for on an event loop, where everybody else would wait too: who asks
 * there is told to come back on a thread that may wait. Whether a question needs the hub is known
 * only once it is read, and so few do that they may be read twice.
 */
record PatientHub(Hub hub) implements Hub {

  /** No exception, lest somebody answers it. */
  static final class MustWait extends Error {

    private static final long serialVersionUID = 1;

    static final MustWait HERE = new MustWait();

    private MustWait() {
      super("has to be waited for", null, false, false);
    }
  }

  @Override
  public boolean isOn() {
    return hub.isOn();
  }

  @Override
  public Answer find(RepositoryName name) {
    if (isOn() && Context.isOnEventLoopThread()) {
      throw MustWait.HERE;
    }
    return hub.find(name);
  }
}
