package dev.gpuadvisor.function.runtime;

import java.io.IOException;
import java.util.function.Supplier;

/** Asks for an event, has it answered, hands the answer in; and again. */
public final class InvocationLoop {

  /** Lambda's own limit: the runtime may hang up on anything larger. */
  private static final int MAX_ANSWER = 6_291_556;

  private static final int USUAL_ANSWER = 24 << 10;
  private static final int MOST_KEPT = 256 << 10;

  private final RuntimeApi runtime;

  /** One event at a time: its answer is written where the last one was. */
  private Answer answer = new Answer(USUAL_ANSWER);

  private final IdleCollection collection = new IdleCollection();

  public InvocationLoop(RuntimeApi runtime) {
    this.runtime = runtime;
  }

  /**
   * Serves for as long as the runtime is there.
   *
   * @throws IOException the runtime is gone or refuses to work with this function
   * @throws RuntimeException the handler could not be made, and the runtime has been told so
   */
  public void serve(Supplier<EventHandler> initialisation) throws IOException {
    EventHandler handler = initialise(initialisation);
    while (true) {
      serveNext(handler);
    }
  }

  private EventHandler initialise(Supplier<EventHandler> initialisation) throws IOException {
    try {
      return initialisation.get();
    } catch (RuntimeException e) {
      runtime.failInitialisation(e);
      throw e;
    }
  }

  void serveNext(EventHandler handler) throws IOException {
    Invocation invocation;
    try {
      invocation = runtime.next();
    } catch (LostEventException e) {
      runtime.fail(e.requestId(), e);
      return;
    }
    answer.reset();
    try {
      handler.handle(invocation, answer);
    } catch (Exception | Error e) {
      e.printStackTrace();
      runtime.fail(invocation.requestId(), e);
      handler.answered();
      return;
    }
    if (answer.size() > MAX_ANSWER) {
      runtime.fail(
          invocation.requestId(), new IOException("An answer of " + answer.size() + " bytes"));
    } else {
      runtime.respond(invocation.requestId(), answer);
    }
    handler.answered();
    if (answer.size() > MOST_KEPT) {
      answer = new Answer(USUAL_ANSWER); // one large answer need not stay in memory
    }
    collection.run();
  }
}
