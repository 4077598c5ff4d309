package dev.gpuadvisor.benchmark;

import dev.gpuadvisor.function.testing.FunctionProcess;
import dev.gpuadvisor.function.testing.Reply;
import dev.gpuadvisor.function.testing.Request;
import dev.gpuadvisor.function.testing.RuntimeApiServer;
import dev.gpuadvisor.function.testing.RuntimeApiServer.Script;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a function answer the same event again and again, and takes the time. */
final class TimedRuntime implements Script {

  private static final int PATIENCE_SECONDS = 60;

  private final byte[] event;
  private final long[] nanos;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile FunctionProcess function;
  private byte[] firstAnswer;
  private long readyNanos;
  private long answeredNanos;
  private long[] pageFaults;
  private long sentNanos;
  private int answers;
  private volatile String failure;

  private TimedRuntime(byte[] event, int invocations) {
    this.event = event;
    this.nanos = new long[invocations];
  }

  /** A run, unless the first answer is not what it should be. */
  static Run run(Subject subject, byte[] event, int invocations, AnswerCheck check)
      throws IOException, InterruptedException {
    TimedRuntime runtime = new TimedRuntime(event, invocations);
    try (RuntimeApiServer server = new RuntimeApiServer(runtime);
        FunctionProcess function =
            FunctionProcess.start(subject.executable(), server.address(), subject.settings())) {
      runtime.function = function;
      if (!runtime.done.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || runtime.failure != null) {
        throw new IOException(subject.name() + " does not answer: " + runtime.failure);
      }
      check.check(runtime.firstAnswer);
      return runtime.result(function);
    }
  }

  @Override
  public Reply reply(Request request) throws InterruptedException {
    if (!request.asksForEvent()) {
      posted(request);
      return Reply.accepted();
    }
    if (answers == 0) {
      readyNanos = request.readNanos();
    }
    if (answers == nanos.length || failure != null) {
      done.countDown();
      Thread.sleep(Long.MAX_VALUE);
    }
    Reply reply = Reply.event("run-" + answers, event);
    sentNanos = System.nanoTime();
    return reply;
  }

  private void posted(Request request) {
    nanos[answers] = request.readNanos() - sentNanos;
    if (!request.path().endsWith("/response")) {
      failure = request.text();
    }
    if (answers == 0) {
      answeredNanos = request.readNanos();
      firstAnswer = request.body();
      pageFaults = pageFaults();
    }
    answers++;
  }

  private long[] pageFaults() {
    try {
      return function().pageFaults();
    } catch (IOException e) {
      failure = e.toString();
      return new long[2];
    }
  }

  /** The function may be faster than the thread that started it. */
  private FunctionProcess function() {
    while (function == null) {
      Thread.onSpinWait();
    }
    return function;
  }

  private Run result(FunctionProcess function) throws IOException {
    long[] warm = Arrays.copyOfRange(nanos, 1, nanos.length);
    return new Run(
        readyNanos - function.startNanos(),
        answeredNanos - function.startNanos(),
        nanos[0],
        warm,
        pageFaults[0],
        pageFaults[1],
        function.status("VmHWM"),
        function.status("Threads"));
  }
}
