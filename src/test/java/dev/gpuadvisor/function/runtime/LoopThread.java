package dev.gpuadvisor.function.runtime;

import java.io.IOException;
import java.util.function.Supplier;

/** An {@link InvocationLoop} that runs beside its test. */
final class LoopThread extends Thread {

  private static final int PAUSE_MILLIS = 300;
  private static final int END_MILLIS = 20_000;

  private final InvocationLoop loop;
  private final Supplier<EventHandler> initialisation;
  private volatile Exception end;

  LoopThread(String address, Supplier<EventHandler> initialisation) {
    super("loop");
    setDaemon(true);
    this.loop = new InvocationLoop(RuntimeApi.at(address, PAUSE_MILLIS));
    this.initialisation = initialisation;
  }

  @Override
  public void run() {
    try {
      loop.serve(initialisation);
    } catch (IOException | RuntimeException e) {
      end = e;
    }
  }

  /** What ended the loop, which must end soon. */
  Exception end() throws InterruptedException {
    join(END_MILLIS);
    if (isAlive()) {
      throw new AssertionError("The loop goes on");
    }
    return end;
  }
}
