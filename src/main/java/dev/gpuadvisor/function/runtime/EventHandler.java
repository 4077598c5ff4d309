package dev.gpuadvisor.function.runtime;

import java.io.IOException;
import java.io.OutputStream;

/** What an {@link InvocationLoop} serves. */
@FunctionalInterface
public interface EventHandler {

  /** Whatever it throws is reported as the invocation's error. */
  void handle(Invocation invocation, OutputStream answer) throws IOException;

  /**
   * The answer, or that there is none, has been handed in; the next event has not been asked for.
   */
  default void answered() {}
}
