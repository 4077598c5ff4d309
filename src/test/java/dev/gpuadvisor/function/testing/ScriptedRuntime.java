package dev.gpuadvisor.function.testing;

import dev.gpuadvisor.function.testing.RuntimeApiServer.Script;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A Runtime API whose replies a test lays out in advance; the function waits while there is none.
 */
public final class ScriptedRuntime implements Script, AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final BlockingDeque<Reply> events = new LinkedBlockingDeque<>();
  private final BlockingQueue<Reply> receipts = new LinkedBlockingQueue<>();
  private final BlockingQueue<Request> posted = new LinkedBlockingQueue<>();
  private final Semaphore waiting = new Semaphore(0);
  private final RuntimeApiServer server = new RuntimeApiServer(this);

  public String address() {
    return server.address();
  }

  /** What is replied to the next call for an event that has no reply yet. */
  public ScriptedRuntime onNext(Reply reply) {
    events.add(reply);
    return this;
  }

  /** What is replied to the next posted answer or error, instead of its acceptance. */
  public ScriptedRuntime onPost(Reply reply) {
    receipts.add(reply);
    return this;
  }

  /** The next answer or error that the function has posted. */
  public Request posted() {
    try {
      Request request = posted.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("The function posted nothing in " + PATIENCE_SECONDS + " s");
      }
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends the event and waits for what comes of it. */
  public Request invoke(String requestId, byte[] event) {
    onNext(Reply.event(requestId, event));
    return posted();
  }

  @Override
  public Reply reply(Request request) throws InterruptedException {
    if (request.asksForEvent()) {
      waiting.release();
      Reply reply = events.take();
      waiting.acquire();
      return reply;
    }
    posted.add(request);
    Reply receipt = receipts.poll();
    return receipt == null ? Reply.accepted() : receipt;
  }

  @Override
  public void unsent(Request request, Reply reply) {
    if (request.asksForEvent()) {
      events.addFirst(reply);
    }
  }

  /** Cuts the connection once the function waits on it for an event. */
  public void cutConnections() throws InterruptedException {
    if (!waiting.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The function asks for no event");
    }
    waiting.release();
    server.cutConnections();
  }

  @Override
  public void close() {
    server.close();
  }
}
