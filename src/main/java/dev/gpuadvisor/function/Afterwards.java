package dev.gpuadvisor.function;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * What is to be done once a reply has left. The function answers one event at a time and asks for
 * the next one when it is ready: until then nobody waits for it, and it is not frozen.
 */
final class Afterwards implements Executor {

  private final Queue<Runnable> waiting = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
  }

  /** The reply has been given: what fails now fails alone. */
  void run() {
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        e.printStackTrace();
      }
    }
  }
}
